// Fits slides; starts reveal.js; lights up the step of a program; switches between light and dark.
(() => {
  const root = document.documentElement;
  const button = document.getElementById("scheme");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function paint(scheme) {
    root.dataset.scheme = scheme;
    button.textContent = scheme === "dark" ? "Light" : "Dark";
  }
  const toggle = () => paint(root.dataset.scheme === "dark" ? "light" : "dark");
  paint(dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => paint(dark.matches ? "dark" : "light"));
  button.addEventListener("click", toggle);

  // Shows each slide as large as it fits, up to half again as large: one after the other, before reveal.js hides them.
  // An output that is too long for its slide at the least size, on whichever Python it was printed, scrolls in the room
  // that there is; on paper it is printed smaller.
  const LEAST_ROOM = 110; // pixels: less is no room for an output
  const PADDING = 16; // pixels above and below an output, in all
  const HEIGHT = 690; // pixels above the slide number
  const isTooLarge = (slide) => slide.scrollHeight > HEIGHT
    || [slide, ...slide.querySelectorAll("pre, table, .columns > *")].some((box) => box.scrollWidth > box.clientWidth);
  function fit(slide) {
    const style = slide.getAttribute("style");
    slide.style.cssText = `display: block; position: absolute; visibility: hidden; width: 1280px; height: ${HEIGHT}px`;
    const sizes = [1.5, 1.4, 1.3, 1.2, 1.1, 1.05, 1, .95];
    const size = sizes.find((one) => {
      slide.style.setProperty("--fit", one);
      return !isTooLarge(slide);
    });
    const scrolling = size ? null : scroll(slide);
    slide.setAttribute("style", style ?? "");
    slide.style.setProperty("--fit", size ?? sizes.at(-1));
    slide.style.setProperty("--room", scrolling);
  }
  // Lets the longest output of a slide scroll; gives the room that it has, in pixels, or nothing where that is too little.
  function scroll(slide) {
    const outputs = [...slide.querySelectorAll(".run-output pre")];
    const room = Math.max(0, ...outputs.map((output) => output.offsetHeight)) - (slide.scrollHeight - HEIGHT);
    if (room < LEAST_ROOM) return null;
    for (const output of outputs.filter((one) => one.offsetHeight > room)) {
      output.classList.add("scrolls");
      output.style.setProperty("--shrink", (room - PADDING) / (output.offsetHeight - PADDING));
      output.addEventListener("keydown", (event) => {
        if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"].includes(event.key)) event.stopPropagation();
      });
    }
    return `${room}px`;
  }
  document.querySelectorAll(".slides > section").forEach(fit);

  // The lines of a program's step are those between its two numbers, first and last.
  function light(program) {
    const steps = program.dataset.steps.split("|").map((step) => step.split("-").map(Number));
    const shown = program.querySelectorAll(".fragment.step.visible").length;
    const [first, last] = steps[Math.min(shown, steps.length - 1)];
    program.querySelectorAll("code > span").forEach((line, index) => {
      line.classList.toggle("dim", !Reveal.isPrintView() && (index + 1 < first || index + 1 > last));
    });
  }
  const lightAll = () => document.querySelectorAll(".program[data-steps]").forEach(light);

  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0.04,
    center: false,
    hash: true,
    fragmentInURL: true,
    slideNumber: "c/t",
    defaultTiming: 60, // without it the speaker view shows no pacing; each slide has its own
    scrollActivationWidth: null, // slides on a phone, too: its scrolling view finds no slide by its link
    transition: "none",
    pdfSeparateFragments: false,
    plugins: [RevealNotes, RevealSearch, RevealZoom],
  }).then(lightAll);
  // The link to the lesson leads to the section that the slide belongs to.
  const lesson = document.querySelector(".to-lesson");
  const top = lesson?.getAttribute("href");
  Reveal.on("slidechanged", ({ currentSlide }) => {
    const section = currentSlide.dataset.lesson;
    lesson?.setAttribute("href", section ? `${top}#${section}` : top);
  });
  ["fragmentshown", "fragmenthidden", "slidechanged"].forEach((event) => Reveal.on(event, lightAll));
  // A click on the tab of a run leaves the keys to the deck; who came to it by keyboard goes on there.
  document.querySelectorAll(".run-buttons").forEach((tabs) => tabs.addEventListener("click", ({ detail }) => {
    if (detail) setTimeout(() => document.activeElement.blur());
  }));
  Reveal.addKeyBinding({ keyCode: 68, key: "D", description: "Dark or light" }, toggle);
})();
