// Gives each slide its layout: code and output side by side where both fit, in the size of the deck or one below, and
// what has no room rolls; on paper it flows and shrinks.
window.Fit = (() => {
  const WIDE = { width: 1280, height: 720, sizes: [30, 25, 21], isNarrow: false };
  const NARROW = 600; // pixels of a slide on a phone held upright, whose height is that of the phone
  const LEAST = 4; // lines of an output that rolls
  const LEAST_FIGURE = 480; // pixels beside code, so that its words can be read
  const MOST = 0.7; // of the slides with code have room for the size of the deck
  const TEXTS = [36, 32, 28];
  const SMALLER = [19, 17, 15, 13, 11, 9, 7, 5];
  const BOXES = "pre, table, .body, .pair, .columns > *, .left, .right";
  const slides = [...document.querySelectorAll(".slides > section")];

  const isNarrow = () => innerWidth < 700 && innerWidth < innerHeight && self === top;
  const canvas = () => (isNarrow()
    ? { width: NARROW, height: Math.round((NARROW * innerHeight) / innerWidth), sizes: [24, 21, 20], isNarrow: true }
    : WIDE);

  // Divides a box at `first`: what stands before it is on the left, it and all below on the right.
  function pair(box, first) {
    const left = Object.assign(document.createElement("div"), { className: "left" });
    const right = Object.assign(document.createElement("div"), { className: "right" });
    const children = [...box.children];
    const at = children.indexOf(first);
    left.append(...children.slice(0, at));
    right.append(...children.slice(at));
    box.append(left, right);
    box.classList.add("pair");
  }
  // Of two blank lines, as between functions, a slide has room for one.
  function thin(slide) {
    const isBlank = (line) => line?.textContent === "\n";
    for (const line of slide.querySelectorAll(".highlight code > span")) {
      line.classList.toggle("again", isBlank(line) && isBlank(line.previousElementSibling));
    }
  }
  // A slide with one output is divided as a whole, any other within each of its programs.
  function arrange(slide) {
    const body = slide.querySelector(":scope > .body");
    if (!body || body.querySelector(".columns")) return;
    const isResult = (one) => !one.matches(".highlight, .step");
    const programs = [...body.querySelectorAll(":scope > .program")];
    const resultOf = (program) => [...program.children].find(isResult);
    const withResult = programs.filter(resultOf);
    const [only] = withResult;
    const isLast = only === programs.at(-1);
    const asks = body.querySelector(":scope > .asks") !== null; // it stays right above the output that answers it
    if (withResult.length === 1 && isLast && !asks && programs[0].querySelector(":scope > .highlight")) {
      if (!only.querySelector(":scope > .highlight")) return pair(body, only);
      const results = Object.assign(document.createElement("div"), { className: "program" });
      results.append(...[...only.children].filter(isResult));
      only.after(results);
      return pair(body, results);
    }
    withResult.filter((one) => one.querySelector(":scope > .highlight")).forEach((one) => {
      one.append(...one.querySelectorAll(":scope > .step"));
      pair(one, resultOf(one));
    });
  }

  function isTooLarge(slide) {
    const body = slide.querySelector(":scope > .body") ?? slide;
    return isTooTall(body) || slide.scrollHeight > slide.clientHeight + 1
      || [...slide.querySelectorAll(".beside .right .run-figure")].some((one) => one.clientWidth < LEAST_FIGURE)
      || [slide, ...slide.querySelectorAll(BOXES)].some((box) => box.scrollWidth > box.clientWidth + 1);
  }
  const hasCode = (slide) => slide.querySelector(".highlight, .run-output, .scheduler") !== null;
  function show(slide, size, isBeside) {
    slide.style.setProperty(hasCode(slide) ? "--code" : "--text", `${size}px`);
    slide.classList.toggle("beside", isBeside);
  }
  // Whether a slide has room for a size; it is left in the better of the layouts that have.
  function fits(slide, size, { isNarrow }) {
    const layouts = slide.querySelector(".pair") && !isNarrow ? [true, false] : [false];
    return layouts.some((isBeside) => {
      show(slide, size, isBeside);
      return !isTooLarge(slide);
    });
  }
  // A box is cut between two lines, not within one.
  function measuresOf(pre) {
    const { lineHeight, paddingTop } = getComputedStyle(pre);
    return { line: parseFloat(lineHeight), top: parseFloat(paddingTop) };
  }
  const heightOf = (pre, lines) => measuresOf(pre).top + lines * measuresOf(pre).line;
  // How many lines a box has when it gives one, or as many as its slide has not.
  function linesOf(pre, body) {
    const { line, top } = measuresOf(pre);
    return Math.ceil((Math.min(pre.offsetHeight, body.clientHeight) - top - 1) / line) - 1; // a pixel may be rounding
  }

  // Takes from the tallest output, as often as it is needed, until all fits or only a few lines of it are left.
  function roll(slide, { isNarrow }) {
    const body = slide.querySelector(":scope > .body") ?? slide;
    const isTooWide = ({ scrollWidth, clientWidth, offsetWidth, parentElement }) => scrollWidth > clientWidth + 1
      || offsetWidth > parentElement.clientWidth + 1;
    [...slide.querySelectorAll("pre, table")].filter(isTooWide).forEach(Roll.start);
    const outputs = isNarrow ? [] : [...slide.querySelectorAll(".run-output pre")];
    const tallest = () => outputs.reduce((one, other) => (other.offsetHeight > one.offsetHeight ? other : one));
    for (let pre, lines; outputs.length && isTooTall(body) && (lines = linesOf(pre = tallest(), body)) >= LEAST;) {
      Roll.start(pre);
      pre.style.maxHeight = `${heightOf(pre, lines)}px`;
    }
    if (isTooTall(body)) Roll.start(body);
  }
  const isTooTall = (body) => body.scrollHeight > body.clientHeight + 1;

  // Lays a slide out where nobody sees it, as large as it will be; does something with it there.
  function measured(slide, { width, height }, act) {
    const { cssText, display } = slide.style;
    slide.style.cssText = `${cssText}; display: flex; position: absolute; visibility: hidden; zoom: 1; transform: none;`
      + `top: 0; width: ${width}px; height: ${height}px`;
    const done = act();
    for (const name of ["display", "position", "visibility", "zoom", "transform", "top", "width", "height"]) {
      slide.style.removeProperty(name);
    }
    slide.style.display = display;
    return done;
  }
  function reset(slide) {
    slide.classList.remove("dense", "flows", "wraps");
    slide.querySelectorAll(".rolls").forEach(Roll.end);
  }
  function best(slide, room) {
    const sizes = hasCode(slide) ? room.sizes : TEXTS;
    slide.classList.remove("dense");
    const size = sizes.find((one) => fits(slide, one, room));
    slide.classList.toggle("dense", !size);
    return size ?? (fits(slide, sizes.at(-1), room) ? sizes.at(-1) : 0);
  }
  function settle(slide, own, ofDeck, room, isPaper) {
    const least = hasCode(slide) ? room.sizes.at(-1) : TEXTS.at(-1);
    if (own) return !hasCode(slide) || own <= ofDeck || fits(slide, ofDeck, room); // it stands there as it is, or smaller
    if (!isPaper) {
      show(slide, least, false);
      slide.classList.add("wraps");
      if (!isTooLarge(slide)) return undefined;
      slide.classList.remove("wraps");
      return roll(slide, room);
    }
    slide.classList.add("flows");
    return SMALLER.some((size) => fits(slide, size, room));
  }
  function all(isPaper = false) {
    const room = isPaper ? WIDE : canvas();
    document.documentElement.classList.toggle("narrow", room.isNarrow);
    if (room.isNarrow) slides.forEach(boxDrawings);
    const own = slides.map((slide) => measured(slide, room, () => {
      reset(slide);
      return best(slide, room);
    }));
    const ofCode = own.filter((size, number) => size && hasCode(slides[number]));
    const ofDeck = room.sizes.find((size) => ofCode.filter((one) => one >= size).length >= MOST * ofCode.length);
    slides.forEach((slide, number) => measured(slide, room, () => {
      settle(slide, own[number], ofDeck, room, isPaper);
      if (room.isNarrow) rollDrawings(slide);
    }));
    return room;
  }

  // On a phone a drawing is as large as its letters need, and rolls within its figure; one of an author gets a box.
  function rollDrawings(slide) {
    slide.querySelectorAll(":is(.wide, .run-figure):has(> svg)").forEach((figure) => {
      if (figure.scrollWidth > figure.clientWidth + 1) Roll.start(figure);
    });
  }
  function boxDrawings(slide) {
    slide.querySelectorAll("svg[role=img]:not(.run-figure svg, .wide svg)").forEach((svg) => {
      const box = Object.assign(document.createElement("div"), { className: "wide" });
      svg.replaceWith(box);
      box.append(svg);
    });
  }

  // Nothing is measured before its letters are there, and what other scripts add to slides, such as a clock.
  const parsed = new Promise((done) => { addEventListener("DOMContentLoaded", done); });
  const ready = Promise.allSettled([parsed, ...[...document.fonts].map((font) => font.load())]); // or without its letters

  slides.forEach(thin);
  slides.forEach(arrange);
  addEventListener("beforeprint", () => all(true));
  return { all, canvas, ready };
})();
