// A pen that draws on the slide, and a pointer that one sees from the last row. Nothing that is drawn is kept.
// Who draws in the speaker view draws for the audience, too.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const { body } = document;
  const MODES = { pen: "drawing", pointer: "pointing" };
  const audience = self !== top ? top.opener : null; // the window that has opened the speaker view
  const dot = Object.assign(document.createElement("div"), { className: "ink-dot" });
  let board, stroke;

  const isOn = (mode) => body.classList.contains(MODES[mode]);
  // A place on the slide is in pixels of its canvas: it is the same in a window of any size.
  function measure() {
    const { left, top: above, width } = Reveal.getCurrentSlide().getBoundingClientRect();
    return { left, above, scale: Reveal.getConfig().width / width };
  }
  function place({ clientX, clientY }) {
    const { left, above, scale } = measure();
    return [Math.round((clientX - left) * scale), Math.round((clientY - above) * scale)];
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

  const ACTS = {
    begin(at) {
      stroke = document.createElementNS(SVG, "polyline");
      stroke.setAttribute("points", at);
      ink(Reveal.getCurrentSlide()).append(stroke);
    },
    draw: (at) => stroke?.setAttribute("points", `${stroke.getAttribute("points")} ${at}`),
    end() { stroke = undefined; },
    point([x, y]) {
      const { left, above, scale } = measure();
      body.append(dot);
      Object.assign(dot.style, { left: `${left + x / scale}px`, top: `${above + y / scale}px` });
    },
    hide: () => dot.remove(),
    erase: () => Reveal.getCurrentSlide().querySelector("svg.ink")?.remove(),
  };
  function act(name, at) {
    ACTS[name](at);
    audience?.postMessage(JSON.stringify({ namespace: "pen", name, at }), "*"); // a deck from a folder has no origin
  }
  addEventListener("message", ({ data }) => {
    if (!String(data).startsWith('{"namespace":"pen"')) return;
    const { name, at } = JSON.parse(data);
    ACTS[name]?.(at);
  });

  function begin(event) {
    if (!isOn("pen") || event.button > 0) return;
    board.setPointerCapture(event.pointerId);
    act("begin", place(event));
  }
  function move(event) {
    if (isOn("pointer")) act("point", place(event));
    if (stroke) act("draw", place(event));
  }
  function lay() {
    board = Object.assign(document.createElement("div"), { className: "ink-board" });
    board.addEventListener("pointerdown", begin);
    board.addEventListener("pointermove", move);
    ["pointerup", "pointercancel"].forEach((event) => board.addEventListener(event, () => act("end")));
  }
  function toggle(mode) {
    const wanted = !isOn(mode);
    if (!board) lay();
    for (const [name, state] of Object.entries(MODES)) {
      body.classList.toggle(state, wanted && name === mode);
      document.getElementById(name).setAttribute("aria-pressed", wanted && name === mode);
    }
    act("hide");
    if (wanted) body.append(board);
    else board.remove();
  }

  for (const mode of Object.keys(MODES)) {
    document.getElementById(mode).addEventListener("click", ({ currentTarget, detail }) => {
      toggle(mode);
      if (detail) currentTarget.blur();
    });
  }
  Reveal.addKeyBinding({ keyCode: 87, key: "W", description: "Pen, to write on the slide" }, () => toggle("pen"));
  Reveal.addKeyBinding({ keyCode: 81, key: "Q", description: "Pointer" }, () => toggle("pointer"));
  Reveal.addKeyBinding({ keyCode: 69, key: "E", description: "Erase what is written on the slide" }, () => act("erase"));
})();
