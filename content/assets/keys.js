// The keyboard's way through a page. A lesson has two hundred things to press; Tab would take a minute to get by them. So what is
// of one kind is one stop of Tab, and arrow keys lead on within it: the navigation, the contents, the terms that
// lead to the glossary and the badges that lead to sources, the answers to a question, and the tools of all programs.
(() => {
  const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const OF_PROGRAMS = ".highlight :is(.program-files a, button.copy), .run-facts > summary, .run-replay :is(button, select)";
  const TOOLS = `${OF_PROGRAMS}, .run-output .trace a, .headerlink, .to-slide`;

  // `places` finds what belongs together, `first` where Tab comes to at first. Left and right lead to the next place, up and down
  // to that of the next `whole`, if there is such.
  function oneStop(within, places, first, whole) {
    const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
    const all = () => [...within.querySelectorAll(places)].filter(isSeen);
    let current;
    const make = (one) => {
      current = one;
      within.querySelectorAll(places).forEach((other) => { other.tabIndex = other === current ? 0 : -1; });
    };
    const next = (from, key) => {
      const found = all();
      const step = KEYS[key];
      if (!step) return { Home: found[0], End: found.at(-1) }[key];
      let at = found.indexOf(from) + step;
      if (whole && (key === "ArrowDown" || key === "ArrowUp")) {
        const here = from.closest(whole);
        while (found[at] && found[at].closest(whole) === here) at += step;
        while (step < 0 && found[at - 1] && found[at - 1].closest(whole) === found[at].closest(whole)) at -= 1;
      }
      return found[at];
    };
    within.addEventListener("keydown", (event) => {
      const from = event.target.closest(places);
      const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!from || isModified || (from.tagName === "SELECT" && !/Left|Right/.test(event.key))) return;
      const to = next(from, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
    within.addEventListener("focusin", (event) => {
      const place = event.target.closest(places);
      if (place) make(place);
      document.body.classList.toggle("arrows-lead-on", place?.matches(":focus-visible") ?? false);
    });
    within.addEventListener("focusout", () => document.body.classList.remove("arrows-lead-on"));
    const start = () => {
      const found = [...within.querySelectorAll(places)];
      return found.find((one) => one.matches(first) && isSeen(one)) ?? found.find(isSeen) ?? found[0];
    };
    within.addEventListener("change", () => (current && isSeen(current)) || make(start())); // a tab hid it
    return [start, make];
  }

  // What changes comes after all that is looked at: else the browser styles the page anew for each.
  const begin = (groups) => groups.map(([start, make]) => [start(), make]).forEach(([one, make]) => make(one));

  window.oneStop = (...given) => begin([oneStop(...given)]); // for what is made later: see scheduler.js
  const all = (selector) => [...document.querySelectorAll(selector)];
  const sidebars = all(".md-sidebar nav").filter((nav) => !nav.parentElement.closest("nav"));
  const CONTENTS = ".md-sidebar--primary .md-nav--secondary"; // on a phone they stand within the navigation
  const groups = [
    ...all("article").map((article) => [article, TOOLS, OF_PROGRAMS, ".program, .highlight, h1, h2, h3"]),
    ...all("article").map((article) => [article, "a[href*='/glossary/#'], a.source", "a"]),
    ...all("ul.choices").map((list) => [list, ".choice", ".choice"]),
    ...sidebars.map((nav) => [
      nav, `a.md-nav__link:not(${CONTENTS} *), label.md-nav__link[for^=__nav]`, ".md-nav__link--active",
    ]),
    ...all(CONTENTS).map((nav) => [nav, "a.md-nav__link", ".md-nav__link--active"]),
  ].map((group) => oneStop(...group));

  // To look at all of them has the browser lay out the page at once: that waits for the first key, and for what has the focus
  // otherwise, such as by Tab in the browser's own bars. Most phones are spared it.
  const FIRST = ["keydown", "focusin"];
  function beginAll() {
    FIRST.forEach((event) => removeEventListener(event, beginAll, true));
    begin(groups);
  }
  FIRST.forEach((event) => addEventListener(event, beginAll, true));

  // What an author has drawn gets a box, in which it can be wider than a phone.
  for (const drawing of all("article svg[role=img]:not(.run-figure *)")) {
    const box = Object.assign(document.createElement("div"), { className: "wide" });
    drawing.replaceWith(box);
    box.append(drawing);
  }

  // What is wider than its box can be scrolled by key, and only that is a stop.
  const BOXES = ".run-output pre, .highlight code, .wide, .run-figure, .md-typeset__scrollwrap";
  function look(box) {
    box.lastElementChild?.getBoundingClientRect(); // what is out of sight is not laid out before somebody asks for it
    const rolls = box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === "auto";
    if (rolls || box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  // One after the other, while there is nothing else to do.
  const idle = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => {
    const boxes = all(BOXES);
    const next = () => {
      const box = boxes.shift();
      if (!box) return;
      sizes.observe(box); // which tells its size at once
      idle(next);
    };
    idle(next);
  });

  // Material puts the tags of each result into a landmark of its own; a list of words is none.
  const results = document.querySelector(".md-search-result");
  const unmark = () => results.querySelectorAll("nav.md-tags").forEach((tags) => tags.setAttribute("role", "none"));
  if (results) new MutationObserver(unmark).observe(results, { childList: true, subtree: true });
})();
