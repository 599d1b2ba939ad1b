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
  // What does not fit even a little smaller than at the least rolls within its output; on paper it shrinks.
  const HEIGHT = 690; // pixels above the slide number
  const LEAST = 120; // pixels of an output that rolls: four lines
  const STEP = 8; // pixels that it gives at once
  const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1.05, 1, 0.95];
  const SMALLER = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
  const ROLLING = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " "];
  const isPaper = /print-pdf/i.test(location.search);
  const isTooLarge = (slide) => slide.scrollHeight > HEIGHT
    || [slide, ...slide.querySelectorAll("pre, table, .columns > *")].some((box) => box.scrollWidth > box.clientWidth);
  function fit(slide) {
    const style = slide.getAttribute("style");
    slide.style.cssText = `display: block; position: absolute; visibility: hidden; width: 1280px; height: ${HEIGHT}px`;
    const fits = (size) => {
      slide.style.setProperty("--fit", size);
      slide.classList.toggle("dense", size < 1);
      return !isTooLarge(slide);
    };
    let size = SIZES.find(fits);
    if (!size && isPaper) {
      slide.classList.add("flows");
      size = SMALLER.find(fits) ?? SMALLER.at(-1);
    } else if (!size) {
      size = SIZES.at(-1);
      roll(slide);
    }
    slide.setAttribute("style", style ?? "");
    slide.style.setProperty("--fit", size);
  }
  // Takes from the tallest output, as often as it is needed, until all fits or only a few lines of it are left.
  function roll(slide) {
    const outputs = [...slide.querySelectorAll(".run-output pre")];
    outputs.filter((pre) => pre.scrollWidth > pre.clientWidth).forEach(makeRoll);
    const tallest = () => outputs.reduce((one, other) => (other.offsetHeight > one.offsetHeight ? other : one));
    for (let pre; outputs.length && slide.scrollHeight > HEIGHT && (pre = tallest()).offsetHeight > LEAST;) {
      const height = Math.max(LEAST, Math.min(pre.offsetHeight - STEP, HEIGHT));
      makeRoll(pre);
      pre.style.maxHeight = `${height}px`;
    }
  }
  function makeRoll(pre) {
    if (pre.classList.contains("rolls")) return;
    const output = pre.parentElement;
    const label = output.closest(".run-panel") ? `, ${tabOf(output)}` : "";
    pre.classList.add("rolls");
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", `Output of ${output.dataset.snippet}${label}`);
    // Who came to it by keyboard rolls it by the same keys that else move the deck; a click leaves them to the deck.
    pre.addEventListener("keydown", (event) => ROLLING.includes(event.key) && event.stopPropagation());
    pre.addEventListener("click", () => pre.blur());
  }
  function tabOf(output) {
    const panel = output.closest(".run-panel");
    const number = [...panel.parentElement.querySelectorAll(".run-panel")].indexOf(panel);
    return panel.parentElement.querySelectorAll(".run-buttons label")[number].textContent;
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
