// A pen that draws on the slide, and a pointer that one sees from the last row. Nothing that is drawn is kept.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const { body } = document;
  const MODES = { pen: "drawing", pointer: "pointing" };
  let board, dot, stroke;

  const isOn = (mode) => body.classList.contains(MODES[mode]);
  // Where on the slide an event is, in pixels of its canvas.
  function place({ clientX, clientY }) {
    const { left, top, width } = Reveal.getCurrentSlide().getBoundingClientRect();
    const scale = Reveal.getConfig().width / width;
    return `${Math.round((clientX - left) * scale)},${Math.round((clientY - top) * scale)}`;
  }
  function ink(slide) {
    let found = slide.querySelector("svg.ink");
    if (!found) {
      found = document.createElementNS(SVG, "svg");
      found.setAttribute("class", "ink");
      found.setAttribute("aria-hidden", "true");
      const { width, height } = Reveal.getConfig();
      found.setAttribute("viewBox", `0 0 ${width} ${height}`);
      slide.append(found);
    }
    return found;
  }
  function begin(event) {
    if (!isOn("pen") || event.button > 0) return;
    board.setPointerCapture(event.pointerId);
    stroke = document.createElementNS(SVG, "polyline");
    stroke.setAttribute("points", place(event));
    ink(Reveal.getCurrentSlide()).append(stroke);
  }
  function move(event) {
    if (isOn("pointer")) Object.assign(dot.style, { left: `${event.clientX}px`, top: `${event.clientY}px`, display: "block" });
    stroke?.setAttribute("points", `${stroke.getAttribute("points")} ${place(event)}`);
  }
  const end = () => { stroke = undefined; };

  function lay() {
    board = Object.assign(document.createElement("div"), { className: "ink-board" });
    dot = Object.assign(document.createElement("div"), { className: "ink-dot" });
    dot.style.display = "none";
    board.addEventListener("pointerdown", begin);
    board.addEventListener("pointermove", move);
    ["pointerup", "pointercancel"].forEach((event) => board.addEventListener(event, end));
  }
  function toggle(mode) {
    const wanted = !isOn(mode);
    if (!board) lay();
    for (const [name, state] of Object.entries(MODES)) {
      body.classList.toggle(state, wanted && name === mode);
      document.getElementById(name).setAttribute("aria-pressed", wanted && name === mode);
    }
    dot.style.display = "none";
    if (wanted) body.append(board, dot);
    else [board, dot].forEach((one) => one.remove());
  }
  const erase = () => Reveal.getCurrentSlide().querySelector("svg.ink")?.remove();

  for (const mode of Object.keys(MODES)) {
    document.getElementById(mode).addEventListener("click", ({ currentTarget, detail }) => {
      toggle(mode);
      if (detail) currentTarget.blur();
    });
  }
  Reveal.addKeyBinding({ keyCode: 87, key: "W", description: "Pen, to write on the slide" }, () => toggle("pen"));
  Reveal.addKeyBinding({ keyCode: 81, key: "Q", description: "Pointer" }, () => toggle("pointer"));
  Reveal.addKeyBinding({ keyCode: 69, key: "E", description: "Erase what is written on the slide" }, erase);
})();
