// Which lessons and exercises the reader has done: kept in this browser's storage and nowhere else. Without storage,
// nothing is offered. A lesson is kept by its slug, an exercise as lesson/name.
(() => {
  const KEY = `${__md_scope.pathname}.course.progress.1`; // as Material does: a host may have several courses
  const meta = document.querySelector('meta[name="course:exercises"]');
  const exercises = meta ? JSON.parse(meta.content) : {}; // their names, by lesson

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
  const toggle = (name) => {
    const done = read();
    if (!done.delete(name)) done.add(name);
    write(done);
    show();
  };
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const exercisesOf = (lesson) => (exercises[lesson] ?? []).map((name) => `${lesson}/${name}`);
  const anchor = (exercise) => `exercise-${exercise.split("/")[1].replaceAll("_", "-")}`;
  const counted = (lessons, done) => {
    const all = lessons.flatMap(exercisesOf);
    return [all.filter((one) => done.has(one)).length, all.length];
  };

  const offerMark = (place) => {
    const button = place.querySelector("button");
    const { lesson } = place.dataset;
    button.addEventListener("click", () => toggle(lesson));
    button.setAttribute("aria-label", button.textContent); // which stays, while the word that is seen changes
    const show = () => {
      const isDone = read().has(lesson);
      button.setAttribute("aria-pressed", isDone);
      button.textContent = isDone ? "Done" : "Mark as done";
    };
    place.hidden = false;
    return [show, ...exercisesOf(lesson).flatMap(offerTick)];
  };

  const offerTick = (exercise) => {
    const heading = document.getElementById(anchor(exercise));
    if (!heading) return [];
    const box = element("input", { type: "checkbox", ariaLabel: `${heading.firstChild.textContent.trim()}: done` });
    box.addEventListener("change", () => toggle(exercise));
    heading.nextElementSibling.append(" ", element("label", { className: "exercise-done" }, box, " done"));
    return [() => { box.checked = read().has(exercise); }];
  };

  // The lesson or exercise to which a link leads, as it is kept.
  const leadsTo = ({ pathname, hash }) => {
    const lesson = /\/lessons\/([^/]+)\/(index\.html)?$/.exec(pathname)?.[1];
    return hash ? exercisesOf(lesson).find((one) => `#${anchor(one)}` === hash) : lesson;
  };

  const offerSign = (link) => {
    const one = leadsTo(link);
    if (!one) return [];
    const sign = element("span", { className: "progress-sign", role: "img" });
    return [() => {
      const done = read();
      const [ticked, all] = counted([one], done); // an exercise has none
      const isDone = done.has(one);
      sign.textContent = [isDone && "✓", ticked && `${ticked}/${all}`].filter(Boolean).join(" ");
      sign.ariaLabel = [isDone && "done", ticked && `${ticked} of ${all} exercises done`].filter(Boolean).join(", ");
      if (sign.textContent) link.append(sign);
      else sign.remove();
    }];
  };

  const offerProgress = (map) => {
    const lessons = [...map.querySelectorAll("[data-lesson]")];
    const told = element("p", { className: "lesson-progress", tabIndex: -1 });
    map.before(told);
    const forget = element("button", { type: "button", className: "md-button", textContent: "Forget my progress" });
    forget.addEventListener("click", () => {
      write(new Set());
      show();
      told.focus();
    });
    return [() => {
      const done = read();
      const isDone = (one) => done.has(one.dataset.lesson);
      for (const one of lessons) {
        const [ticked, all] = counted([one.dataset.lesson], done);
        const state = [isDone(one) && "done", ticked && `${ticked} of ${all} exercises`].filter(Boolean).join(", ");
        one.classList.toggle("done", isDone(one));
        one.querySelector(".lesson-state")?.remove();
        if (state) one.querySelector("a").after(element("span", { className: "lesson-state" }, ` ${state}`));
      }
      const open = lessons.filter((one) => !isDone(one));
      const [ticked, all] = counted(Object.keys(exercises), done);
      if (open.length === lessons.length && !ticked) {
        told.replaceChildren("Mark lessons as done at their end, and tick exercises: this browser, and nobody else, will remember.");
        return;
      }
      const minutes = open.reduce((sum, one) => sum + Number(one.dataset.minutes), 0);
      const [next] = open.map((one) => one.querySelector("a"));
      const way = next
        ? [`${minutes} minutes of reading are left. Go on with `, element("a", { href: next.href }, ...next.cloneNode(true).childNodes), "."]
        : ["All threads joined."];
      const practised = ticked ? ` and ${ticked} of ${all} exercises` : "";
      const sum = `You have done ${lessons.length - open.length} of ${lessons.length} lessons${practised}. `;
      told.replaceChildren(sum, ...way, " ", forget);
    }];
  };

  if (!isKept()) return;
  const links = '.md-nav--primary a.md-nav__link, .md-nav--secondary a.md-nav__link, article td a[href*="#exercise-"]';
  const offers = { ".lesson-done": offerMark, ".lesson-map": offerProgress, [links]: offerSign };
  const shows = Object.entries(offers).flatMap(([where, offer]) => [...document.querySelectorAll(where)].flatMap(offer));
  const show = () => shows.forEach((one) => one());
  show();
  addEventListener("storage", show); // marked in another tab
  addEventListener("pageshow", show); // come back to by the browser's button
})();
