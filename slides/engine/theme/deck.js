// Starts reveal.js, on a canvas that fits the window; lights up the step of a program; prints as the PDF is.
(() => {
  const room = Fit.canvas();
  const fit = { id: "fit", init: () => Fit.ready.then(() => Fit.all()) }; // reveal.js begins when that is done

  // The lines of a program's step are those between its two numbers, first and last.
  function light(program) {
    const steps = program.dataset.steps.split("|").map((step) => step.split("-").map(Number));
    const shown = program.querySelectorAll(".fragment.step.visible").length;
    const [first, last] = steps[Math.min(shown, steps.length - 1)];
    program.querySelectorAll("code > span").forEach((line, index) => {
      line.classList.toggle("dim", index + 1 < first || index + 1 > last);
    });
  }
  const lightAll = () => document.querySelectorAll(".program[data-steps]").forEach(light);

  // The speaker view shows this slide and the next, which it asks for without controls.
  document.documentElement.classList.toggle("embedded", self !== top);
  document.documentElement.classList.toggle("upcoming", self !== top && location.search.includes("controls=false"));
  Reveal.initialize({
    width: room.width,
    height: room.height,
    margin: 0, // slides have their own
    display: "flex",
    center: false,
    hash: true,
    fragmentInURL: true,
    slideNumber: "c/t",
    controlsTutorial: false,
    defaultTiming: 60, // without it the speaker view shows no pacing; each slide has its own
    scrollActivationWidth: null, // slides on a phone, too: its scrolling view finds no slide by its link
    transition: "none",
    plugins: [fit, RevealNotes, RevealSearch, RevealZoom],
  }).then(lightAll);
  addEventListener("resize", () => {
    const { width, height } = Fit.canvas();
    if (width === Reveal.getConfig().width && height === Reveal.getConfig().height) return;
    Fit.all();
    Reveal.configure({ width, height });
  });
  addEventListener("afterprint", () => Fit.all());
  // Screen readers, and the bookmarks of a PDF, pass over slides that are not shown: on paper all are.
  addEventListener("beforeprint", () => {
    for (const slide of Reveal.getSlides()) ["hidden", "aria-hidden"].forEach((name) => slide.removeAttribute(name));
  });
  addEventListener("afterprint", () => Reveal.sync());

  // The link to the lesson leads to the section that the slide belongs to.
  const lesson = document.querySelector(".to-lesson");
  const page = lesson?.getAttribute("href");
  Reveal.on("slidechanged", ({ currentSlide }) => {
    const section = currentSlide.dataset.lesson;
    lesson?.setAttribute("href", section ? `${page}#${section}` : page);
  });
  ["fragmentshown", "fragmenthidden", "slidechanged"].forEach((event) => Reveal.on(event, lightAll));
})();
