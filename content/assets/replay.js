// Prints an output again as it came: content/engine/fence/output.py says in the HTML which lines came when. Nothing plays unless
// somebody asks for it. Lines are hidden and shown where they stand, so that nothing moves; what was drawn over is drawn again.
(() => {
  const PLAY = "M3 1.5v13l11-6.5z";
  const STOP = "M2.5 2.5h11v11h-11z";
  const CONTROLS = `
    <span class="run-clock"></span>
    <button type="button"><svg viewBox="0 0 16 16" aria-hidden="true"><path/></svg><span></span></button>
    <select aria-label="Speed"><option value=".5">½×</option><option value="1" selected>1×</option><option value="4">4×</option></select>`;
  const KEYS = { BUTTON: [" ", "Enter"], SELECT: [" ", "Enter", "ArrowUp", "ArrowDown", "Home", "End"] };
  const ROOM = 10; // pixels below the last line, where the box of a folded output rolls
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  let stop = () => {}; // ends what is playing: one output at a time

  // Draws each state in the box of the last, which keeps its place; the last is that of the page, with its links.
  function drawer(box, frames) {
    const samp = box.querySelector("samp");
    const last = samp.innerHTML;
    box.style.boxSizing = "border-box"; // so that its height is what is measured of it
    const states = frames.reduce((states, { dataset, innerHTML }) => {
      const rows = (states.at(-1) ?? []).slice(0, Number(dataset.first));
      return [...states, [...rows, ...innerHTML.split("\n")]];
    }, []);
    const tallest = states.reduce((one, other) => (other.length > one.length ? other : one));
    const { maxHeight } = box.style;
    const height = () => parseFloat(getComputedStyle(box).height);
    // A screen that was left again may be taller than what is left: there is room for it before it comes, on a slide as
    // far as that has any.
    function reserve() {
      const own = height();
      samp.innerHTML = tallest.join("\n");
      const body = box.closest(".reveal .body") ?? box;
      const over = Math.max(0, body.scrollHeight - body.clientHeight);
      box.style.minHeight = `${Math.max(own, height() - over)}px`;
      if (over && body !== box) Object.assign(box.style, { maxHeight: box.style.minHeight, overflowY: "auto" });
    }
    return (printed) => {
      const isOver = printed === states.length;
      if (isOver) Object.assign(box.style, { minHeight: "", maxHeight, overflowY: "" });
      else if (!box.style.minHeight) reserve();
      samp.innerHTML = isOver ? last : (states[printed - 1] ?? []).join("\n");
      return samp;
    };
  }

  function addControls(output) {
    const box = output.querySelector("pre");
    const frames = output.querySelector(".run-frames")?.content.children; // states of a terminal that was drawn on
    const groups = [...(frames ?? output.querySelectorAll("[data-at]"))]; // else lines that came at once
    const moments = groups.map((group) => Number(group.dataset.at));
    const draw = frames ? drawer(box, groups) : (printed) => {
      groups.forEach((group, number) => group.classList.toggle("later", number >= printed));
      return printed ? groups[printed - 1] : box;
    };
    const bar = document.createElement("div");
    bar.className = "run-replay";
    bar.innerHTML = CONTROLS;
    const [clock, button, select] = bar.children;
    let isPlaying = false;
    let begun, speed, timer, frame;

    const seconds = () => ((performance.now() - begun) * speed) / 1000;
    const tell = (moment) => { clock.textContent = `${moment.toFixed(2)} s`; };

    function paint(nowPlaying) {
      isPlaying = nowPlaying;
      button.lastChild.textContent = isPlaying ? "Stop" : "Replay";
      button.setAttribute("aria-label", `${button.textContent} ${output.dataset.snippet}`);
      button.querySelector("path").setAttribute("d", isPlaying ? STOP : PLAY);
    }
    function end() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      draw(groups.length);
      stop = () => {};
      paint(false);
    }
    function print() {
      const now = seconds();
      const printed = moments.filter((moment) => moment <= now).length;
      const last = draw(printed);
      if (printed) {
        tell(moments[printed - 1]);
        const below = last.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
        box.scrollTop += Math.max(0, below + ROOM);
      }
      if (printed === moments.length) end();
      else timer = setTimeout(print, ((moments[printed] - now) * 1000) / speed);
    }
    function runClock() {
      tell(seconds());
      frame = requestAnimationFrame(runClock);
    }
    function play() {
      stop();
      stop = () => {
        end();
        clock.textContent = "";
      };
      paint(true);
      output.classList.add("replayed");
      box.scrollTop = 0;
      begun = performance.now();
      speed = Number(select.value);
      tell(0);
      print();
      if (!stillness.matches) runClock(); // else the seconds change with the lines only
    }
    function changeSpeed() {
      const now = seconds();
      speed = Number(select.value);
      begun = performance.now() - (now * 1000) / speed;
      clearTimeout(timer);
      print();
    }

    paint(false);
    button.addEventListener("click", () => (isPlaying ? stop() : play()));
    select.addEventListener("change", () => isPlaying && changeSpeed());
    // A key that works a control does not move the slide as well.
    bar.addEventListener("keydown", (event) => KEYS[event.target.tagName].includes(event.key) && event.stopPropagation());
    output.after(bar);
  }

  document.querySelectorAll(".run-output:has([data-at], .run-frames)").forEach(addControls);
  document.addEventListener("change", ({ target }) => target.closest(".run-buttons") && stop());
  document.addEventListener("visibilitychange", () => document.hidden && stop());

  // In a deck, a key plays the first such output of the slide, and brings it where it is held back.
  function playOnSlide() {
    const bars = [...Reveal.getCurrentSlide().querySelectorAll(".run-replay")];
    const held = bars[0]?.closest(".fragment:not(.visible)");
    if (held) Reveal.navigateFragment(Number(held.dataset.fragmentIndex));
    bars.find((bar) => bar.checkVisibility({ visibilityProperty: true }))?.querySelector("button").click();
  }
  window.Reveal?.on("ready", () => {
    Reveal.addKeyBinding({ keyCode: 82, key: "R", description: "Replay an output, or stop" }, playOnSlide);
    ["slidechanged", "fragmenthidden"].forEach((event) => Reveal.on(event, () => stop()));
  });
})();
