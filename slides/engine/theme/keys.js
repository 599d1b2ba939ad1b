// Who the keys belong to: the deck, but while somebody searches, or rolls a box; and what fades while they are pressed.
(() => {
  const ROLL = 90; // pixels that a key rolls a slide
  const STILL = 4000; // milliseconds in which a mouse that rests is forgotten
  const { body } = document;
  const search = () => document.querySelector(".searchinput");
  const isOpen = () => search()?.checkVisibility() ?? false;
  let timer;

  // Footer, links and facts fade while keys move the deck, and come with the mouse, a finger, Tab or I.
  const fade = () => body.classList.add("presenting");
  function come() {
    body.classList.remove("presenting");
    clearTimeout(timer);
    timer = setTimeout(fade, STILL);
  }
  ["pointermove", "pointerdown"].forEach((event) => addEventListener(event, come));
  // Not before the deck is ready: where it begins at a slide that its address names, that is no move of keys.
  Reveal.on("ready", () => ["slidechanged", "fragmentshown", "fragmenthidden"].forEach((event) => Reveal.on(event, fade)));
  addEventListener("keydown", ({ key }) => key === "Tab" && come());
  Reveal.addKeyBinding({ keyCode: 73, key: "I", description: "Links and facts, or none" }, () => {
    clearTimeout(timer);
    body.classList.toggle("presenting");
  });

  // After a click on the tab of a run the keys are the deck's; who came to it by keyboard goes on there.
  document.querySelectorAll(".run-buttons").forEach((tabs) => tabs.addEventListener("click", ({ detail }) => {
    if (detail) setTimeout(() => document.activeElement.blur());
  }));
  // Enter finds and gives the keys back; the shortcut leads into the box again; Escape closes it.
  addEventListener("keyup", ({ key, target }) => key === "Enter" && target === search() && target.blur());
  addEventListener("keydown", (event) => {
    const isShortcut = event.key === "F" && (event.ctrlKey || event.metaKey);
    if (isShortcut && isOpen() && document.activeElement !== search()) {
      event.preventDefault();
      event.stopPropagation(); // else the plugin would close it
      search().select();
    } else if (event.key === "Escape" && isOpen()) {
      event.stopPropagation();
      search().blur();
      Reveal.getPlugin("search").close();
    }
  }, { capture: true });

  // Up and down roll what does not fit; a deck has no slides below others.
  function roll(by) {
    const box = Reveal.getCurrentSlide().querySelector(".body.rolls, pre.rolls");
    box?.scrollBy({ top: by });
  }
  Reveal.addKeyBinding({ keyCode: 38, key: "↑ , ↓", description: "Scroll what does not fit" }, () => Overview.move(-1) || roll(-ROLL));
  Reveal.addKeyBinding(40, () => Overview.move(1) || roll(ROLL));
})();
