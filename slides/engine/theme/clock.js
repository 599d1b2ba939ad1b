// The minutes of a task count down: T or a click starts the clock, stops it, and sets it back once it is over.
(() => {
  const SECOND = 1000;
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const clocks = new Map(); // the clock of a slide

  const text = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  // Where motion is not wanted, what one sees changes each ten seconds.
  const shown = (seconds) => (stillness.matches ? Math.ceil(seconds / 10) * 10 : seconds);

  function clockOf(slide) {
    const total = Number(slide.dataset.clock);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "clock" });
    let left = total;
    let ends, timer;

    function paint() {
      const state = left === 0 ? "Time is up" : text(shown(left));
      button.textContent = state;
      button.setAttribute("aria-label", `${state}. ${left === 0 ? "Set the clock back" : timer ? "Stop the clock" : "Start the clock"}`);
      button.classList.toggle("over", left === 0);
      button.style.setProperty("--left", shown(left) / total);
    }
    function tick() {
      left = Math.max(0, Math.round((ends - Date.now()) / SECOND));
      if (left === 0) stop();
      paint();
    }
    function stop() {
      clearInterval(timer);
      timer = undefined;
    }
    function press() {
      if (timer) stop();
      else if (left === 0) left = total;
      else {
        ends = Date.now() + left * SECOND;
        timer = setInterval(tick, SECOND);
      }
      paint();
    }
    button.addEventListener("click", ({ detail }) => {
      press();
      if (detail) button.blur(); // a click leaves the keys to the deck
    });
    button.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && event.stopPropagation());
    slide.querySelector("p.clock").replaceWith(button);
    paint();
    return press;
  }
  document.querySelectorAll("section[data-clock]").forEach((slide) => clocks.set(slide, clockOf(slide)));
  Reveal.addKeyBinding({ keyCode: 84, key: "T", description: "Start or stop the clock" }, () => {
    clocks.get(Reveal.getCurrentSlide())?.();
  });
})();
