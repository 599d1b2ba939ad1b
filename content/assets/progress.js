// Which lessons the reader has done: kept in this browser's storage and nowhere else. Without storage, nothing is offered.
(() => {
  const KEY = "threads-and-processes.progress.1";

  const read = () => {
    const kept = localStorage.getItem(KEY);
    try {
      return new Set([JSON.parse(kept)].flat().filter((slug) => typeof slug === "string"));
    } catch {
      return new Set(); // written by something else
    }
  };
  const write = (done) => (done.size ? localStorage.setItem(KEY, JSON.stringify([...done])) : localStorage.removeItem(KEY));
  const isKept = () => {
    try {
      write(read());
      return true;
    } catch {
      return false; // blocked, or full
    }
  };
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const offerMark = (place) => {
    const button = place.querySelector("button");
    const { lesson } = place.dataset;
    const show = () => button.setAttribute("aria-pressed", read().has(lesson));
    button.addEventListener("click", () => {
      const done = read();
      if (!done.delete(lesson)) done.add(lesson);
      write(done);
      show();
    });
    place.hidden = false;
    return show;
  };

  const offerProgress = (map) => {
    const lessons = [...map.querySelectorAll("[data-lesson]")];
    const told = element("p", { className: "lesson-progress", tabIndex: -1 });
    map.before(told);
    const forget = element("button", { type: "button", className: "md-button", textContent: "Forget my progress" });
    const show = () => {
      const done = read();
      const isDone = (one) => done.has(one.dataset.lesson);
      for (const one of lessons) {
        one.classList.toggle("done", isDone(one));
        one.querySelector(".lesson-state")?.remove();
        if (isDone(one)) one.querySelector("a").after(element("span", { className: "lesson-state" }, " done"));
      }
      const open = lessons.filter((one) => !isDone(one));
      if (open.length === lessons.length) {
        told.replaceChildren("Mark lessons as done at their end: this browser, and nobody else, will remember.");
        return;
      }
      const minutes = open.reduce((sum, one) => sum + Number(one.dataset.minutes), 0);
      const [next] = open.map((one) => one.querySelector("a"));
      const way = next
        ? [`${minutes} minutes are left. Go on with `, element("a", { href: next.href }, ...next.cloneNode(true).childNodes), "."]
        : ["All threads joined."];
      told.replaceChildren(`You have done ${lessons.length - open.length} of ${lessons.length} lessons. `, ...way, " ", forget);
    };
    forget.addEventListener("click", () => {
      write(new Set());
      show();
      told.focus();
    });
    return show;
  };

  if (!isKept()) return;
  const shows = [
    ...[...document.querySelectorAll(".lesson-done")].map(offerMark),
    ...[...document.querySelectorAll(".lesson-map")].map(offerProgress),
  ];
  const show = () => shows.forEach((one) => one());
  show();
  addEventListener("storage", show); // marked in another tab
  addEventListener("pageshow", show); // come back to by the browser's button
})();
