// Questions before outputs. The style sheet closes outputs and answers where scripts run, before anything is painted; this
// opens them. What a reader chose is kept in this browser's storage and nowhere else.
(() => {
  const KEY = "threads-and-processes.answers.1";
  if (!matchMedia("(scripting: enabled)").matches) return; // then the style sheet has closed nothing

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const copies = (choice) => [...choice.childNodes].map((node) => node.cloneNode(true));

  // By page and question the text that was chosen: where a question or its answers change, it is asked anew.
  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found instanceof Object ? found : {};
    } catch {
      return {}; // storage is blocked, or written by something else
    }
  };
  const keep = (question, choice) => {
    try {
      const { [question]: _, ...others } = kept();
      const all = choice === undefined ? others : { ...others, [question]: choice };
      if (Object.keys(all).length) localStorage.setItem(KEY, JSON.stringify(all));
      else localStorage.removeItem(KEY);
    } catch {
      // blocked, or full: it is forgotten with the page
    }
  };

  const open = (held, isOpen) => {
    const button = held.previousElementSibling;
    held.classList.toggle("open", isOpen);
    button.setAttribute("aria-expanded", isOpen);
    button.textContent = `${isOpen ? "Hide" : "Show"} what it printed`;
  };

  const ask = (box) => {
    const held = box.nextElementSibling?.querySelector(":scope > .held");
    const name = `${location.pathname} ${box.querySelector(".admonition-title").textContent}`;
    const buttons = [...box.querySelectorAll(".choice")].map((choice) => {
      const button = element("button", { type: "button", className: "choice" }, ...choice.childNodes);
      choice.replaceWith(button);
      return button;
    });
    const right = box.querySelector(".right > .choice");
    const verdict = element("p", { className: "verdict" });
    const told = element("div", {}, verdict, box.querySelector(".answer"));
    const again = element("button", { type: "button", className: "again", textContent: "Ask me again" });
    told.setAttribute("role", "status"); // what comes to stand in it is read out
    box.append(told, again);

    const show = (chosen) => {
      box.classList.toggle("answered", chosen !== undefined);
      for (const button of buttons) {
        button.setAttribute("aria-pressed", button === chosen);
        if (chosen) button.setAttribute("aria-disabled", true);
        else button.removeAttribute("aria-disabled");
      }
      verdict.replaceChildren();
      if (chosen) verdict.append(chosen === right ? "Yes: " : "No. The right answer: ", ...copies(right));
      if (held) open(held, chosen !== undefined);
    };
    const choose = (button) => {
      if (box.classList.contains("answered")) return;
      keep(name, button.textContent);
      show(button);
    };
    buttons.forEach((button) => button.addEventListener("click", () => choose(button)));
    again.addEventListener("click", () => {
      keep(name);
      show();
      buttons[0].focus();
    });
    show(buttons.find((button) => button.textContent === kept()[name]));
  };

  for (const held of document.querySelectorAll(".held")) {
    held.previousElementSibling.addEventListener("click", () => open(held, !held.classList.contains("open")));
  }
  document.querySelectorAll(".question.asks").forEach(ask);
})();
