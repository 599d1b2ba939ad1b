// Starts reveal.js; lights up the step of a program; switches between light and dark.
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

  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0.04,
    center: false,
    hash: true,
    slideNumber: "c/t",
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
  Reveal.addKeyBinding({ keyCode: 68, key: "D", description: "Dark or light" }, toggle);
})();
