// Be the scheduler: readers choose whose step comes next. Every state that is shown was seen in a real run, in this build;
// nothing is worked out here but where the reader is in the graph of these runs.
(() => {
  const KEYS = { back: "Backspace", end: "e", again: "r" };
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const button = (text, action, properties = {}) => {
    const made = element("button", { type: "button", textContent: text, ...properties });
    made.addEventListener("click", action);
    return made;
  };
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  class Panel {
    constructor(root, graph) {
      this.root = root;
      this.graph = graph;
      this.goals = (root.dataset.goal ?? "").split(",").filter(Boolean).map(Number);
      this.seen = new Set();
      this.order = [];
      this.path = [graph.root];
      this.build();
      this.show("");
    }

    get node() {
      return this.graph.nodes[this.path.at(-1)];
    }

    get steps() {
      return this.node[1];
    }

    // The outcome that has been reached; null while somebody can go on.
    get outcome() {
      return this.node[2];
    }

    build() {
      this.lines = new Map();
      const source = element("pre", { className: "scheduler-source highlight", tabIndex: 0 });
      source.setAttribute("aria-label", "The lines that are stepped");
      for (const [number, html] of this.graph.lines) {
        const markers = element("span", { className: "scheduler-markers" });
        const code = element("code", { innerHTML: html }); // escaped where it was highlighted
        const line = element("span", { className: "scheduler-line" }, markers, element("span", { className: "scheduler-number", textContent: number }), code);
        this.lines.set(number, [line, markers]);
        source.append(line);
      }
      this.threads = this.graph.threads.map((name, index) => {
        const number = index + 1;
        const take = button(`${name}: take a step`, () => this.take(number), { className: `scheduler-take thread-${number}` });
        take.setAttribute("aria-keyshortcuts", number);
        const told = element("span", { className: "scheduler-told" });
        return { number, name, take, told, row: element("li", {}, take, told) };
      });
      this.back = button("Back", () => this.takeBack(), { className: "scheduler-back" });
      this.again = button("Start again", () => this.restart(), { className: "scheduler-again" });
      this.end = button("Run to the end", () => this.runOn(), { className: "scheduler-end" });
      this.facts = element("dl", { className: "scheduler-facts" });
      this.output = element("samp", {});
      this.status = element("p", { className: "scheduler-status" });
      this.status.setAttribute("role", "status");
      this.progress = element("p", { className: "scheduler-progress" });
      const box = this.root.querySelector(".scheduler-outcomes");
      const outcomes = element("details", { className: "scheduler-all" }, element("summary", { textContent: "All outcomes" }), box);
      this.link(box);
      const panel = element(
        "div",
        { className: "scheduler-panel" },
        element("div", { className: "scheduler-left" }, source, element("pre", { className: "scheduler-output" }, this.output)),
        element(
          "div",
          { className: "scheduler-right" },
          element("ul", { className: "scheduler-threads" }, ...this.threads.map(({ row }) => row)),
          this.facts,
          element("p", { className: "scheduler-buttons" }, this.back, this.again, this.end),
          this.status,
          this.progress,
        ),
      );
      this.root.append(panel, outcomes);
      this.root.classList.add("open");
      this.root.addEventListener("keydown", (event) => this.key(event));
    }

    // An order in the table can be played from there.
    link(box) {
      box.querySelectorAll(".scheduler-table tbody code").forEach((code) => {
        const order = code.textContent;
        code.replaceWith(button(order, () => this.play(order), { className: "scheduler-order" }));
      });
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const thread = this.threads.find(({ number }) => event.key === String(number));
      if (thread) this.take(thread.number);
      else if (event.key === KEYS.back) this.takeBack();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    }

    take(number) {
      const step = this.steps[number];
      const { name } = this.threads[number - 1];
      if (!step) {
        this.say(`${name} cannot take a step: it ${this.waiting(number) || "is done"}.`);
        return;
      }
      const [after, phrase] = step;
      this.order.push(number);
      this.path.push(after);
      this.show(`${name}, ${this.graph.phrases[phrase]}.`);
    }

    takeBack() {
      if (!this.order.length) return;
      const number = this.order.pop();
      this.path.pop();
      this.show(`${this.threads[number - 1].name}'s step is taken back.`);
    }

    restart() {
      this.order = [];
      this.path = [this.graph.root];
      this.show("At the start again.");
    }

    // Goes on with the one who took the last step, as long as it can: as threads do that nobody interrupts.
    runOn() {
      while (Object.keys(this.steps).length) {
        const able = Object.keys(this.steps).map(Number);
        this.move(able.includes(this.order.at(-1)) ? this.order.at(-1) : able[0]);
      }
      this.show("Run to the end.");
    }

    move(number) {
      if (!this.steps[number]) return false;
      this.path.push(this.steps[number][0]);
      this.order.push(number);
      return true;
    }

    play(order) {
      this.order = [];
      this.path = [this.graph.root];
      const wrong = [...order].findIndex((number) => !this.move(Number(number)));
      this.show(wrong < 0 ? `The order ${order}.` : `The order ${order} cannot go on after ${wrong} steps.`);
    }

    waiting(number) {
      const [views] = this.graph.states[this.node[0]];
      return this.graph.views[views[number - 1]]?.[4] ?? "";
    }

    show(said) {
      const [views, shared, locks, output] = this.graph.states[this.node[0]];
      for (const [line, markers] of this.lines.values()) {
        line.classList.remove("current");
        markers.replaceChildren();
      }
      for (const { number, name, take, told } of this.threads) {
        const [status, line, place, values, waits] = this.graph.views[views[number - 1]] ?? ["outside", 0, "", [], ""];
        const canGoOn = number in this.steps;
        take.setAttribute("aria-disabled", !canGoOn);
        told.replaceChildren(this.where(status, line, place, waits, canGoOn), ...values.map(([key, value]) => element("code", { textContent: `${key} = ${value}` })));
        const [row, markers] = this.lines.get(line) ?? [];
        row?.classList.add("current");
        markers?.append(element("span", { className: `scheduler-marker thread-${number}${status === "waits" ? " waits" : ""}`, textContent: number, title: name }));
      }
      this.facts.replaceChildren(
        ...this.graph.shared[shared].flatMap(([name, value]) => this.fact(name, value)),
        ...this.graph.locks[locks].flatMap(([name, holder]) => this.fact(name, holder ? `held by ${holder}` : "free")),
      );
      this.output.textContent = this.graph.outputs[output];
      this.back.setAttribute("aria-disabled", !this.order.length);
      this.end.setAttribute("aria-disabled", this.outcome !== null);
      this.judge(said);
      this.remember();
    }

    where(status, line, place, waits, canGoOn) {
      if (status === "waits") return canGoOn ? `line ${line}: waited, and can go on ` : `line ${line}: ${waits} `;
      if (status !== "ready") return status === "done" ? "done " : "";
      const [kind, name] = place.split(" ");
      const there = { read: `has read ${name}`, write: `about to write ${name}`, leave: "about to leave the with block" }[kind];
      return `line ${line}${there ? `: ${there}` : ""} `;
    }

    fact(name, value) {
      return [element("dt", {}, element("code", { textContent: name })), element("dd", {}, element("code", { textContent: value }))];
    }

    judge(said) {
      const { outcome } = this;
      if (outcome !== null) {
        this.seen.add(outcome);
        said = `${said} ${this.graph.outcomes[outcome][4]}.`;
        if (this.goals.includes(outcome)) {
          this.root.classList.add("reached");
          said = `${said} That is it!`;
        }
      }
      this.say(said);
      const order = this.order.join("");
      const counts = `${plural(Number(this.root.dataset.orders), "order")}, ${plural(this.graph.outcomes.length, "outcome")}; you have seen ${this.seen.size}.`;
      this.progress.replaceChildren(order ? "Order " : "", order ? element("code", { textContent: order }) : "", `${order ? ". " : ""}${counts}`);
    }

    say(text) {
      this.status.textContent = text.trim();
    }

    // A page's address leads to this order; a deck's belongs to its slides.
    remember() {
      if (this.root.closest(".reveal")) return;
      const address = new URL(location);
      address.searchParams.delete("of");
      address.searchParams.delete("order");
      if (this.order.length) {
        address.searchParams.set("order", this.order.join(""));
        if (document.querySelectorAll(".scheduler").length > 1) address.searchParams.set("of", this.root.dataset.snippet);
      }
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }
  }

  const graphOf = async (root) => {
    const inline = root.querySelector("script[type='application/json']");
    if (inline) return JSON.parse(inline.textContent);
    const answer = await fetch(root.dataset.graph);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return answer.json();
  };
  const panels = new WeakMap();
  const open = async (root) => {
    if (!panels.has(root)) panels.set(root, graphOf(root).then((graph) => new Panel(root, graph)));
    return panels.get(root);
  };

  const given = new URLSearchParams(location.search);
  const roots = [...document.querySelectorAll(".scheduler")];
  for (const root of roots) {
    root.classList.add("ready");
    const isHere = given.has("order") && (given.get("of") === root.dataset.snippet || (!given.has("of") && root === roots[0]));
    if (root.closest(".reveal")) {
      open(root);
      continue;
    }
    const opener = button("Choose the steps", async () => {
      try {
        const panel = await open(root);
        opener.remove();
        panel.threads[0].take.focus();
      } catch (error) {
        opener.after(element("p", { className: "scheduler-failed", textContent: `Its orders cannot be had: ${error.message}.` }));
      }
    }, { className: "scheduler-open" });
    root.append(opener);
    if (isHere) {
      open(root).then((panel) => {
        opener.remove();
        panel.play(given.get("order"));
        root.scrollIntoView({ block: "center" });
      });
    }
  }

  // In a deck the keys belong to the panel of the slide that is shown.
  document.addEventListener(
    "keydown",
    async (event) => {
      const root = document.querySelector(".reveal .slides section.present:not(.stack) .scheduler");
      if (!root || event.target.closest?.("input, textarea")) return;
      if (/^[1-9]$/.test(event.key) || event.key === KEYS.back) {
        event.preventDefault();
        event.stopImmediatePropagation();
        (await open(root)).key(event);
      }
    },
    true,
  );
})();
