// Be the scheduler: readers choose whose step comes next. Every state that is shown was seen in a real run, in this build;
// nothing is worked out here but where the reader is in the graph of these runs. content/engine/fence/scheduler.py makes the
// graph, and what stands there without a script.
(() => {
  const element = (tag, properties, ...children) => {
    const { role, label, ...others } = properties;
    const made = Object.assign(document.createElement(tag), others);
    if (role) made.setAttribute("role", role);
    if (label) made.setAttribute("aria-label", label);
    made.append(...children);
    return made;
  };
  const button = (className, action, ...children) => {
    const made = element("button", { type: "button", className }, ...children);
    made.addEventListener("click", action);
    return made;
  };
  const pieces = (texts, before = []) => texts.map((text) => element("code", {
    className: before.includes(text) ? "scheduler-fact" : "scheduler-fact changed",
    textContent: text,
  }));
  const sign = (number, state = "") => element("span", { className: `scheduler-sign thread-${number} ${state}`, textContent: number });

  // Where in the graph a reader is: the steps that were taken, by the number of who took them, and where they led to.
  class Way {
    constructor(graph) {
      this.graph = graph;
      this.restart();
    }

    restart() {
      this.taken = [];
      this.nodes = [this.graph.root];
    }

    get order() {
      return this.taken.join("");
    }

    get steps() {
      return this.graph.nodes[this.nodes.at(-1)][1];
    }

    // The number of the outcome that has been reached; null while somebody can go on.
    get outcome() {
      return this.graph.nodes[this.nodes.at(-1)][2];
    }

    get able() {
      return Object.keys(this.steps).map(Number);
    }

    // What was done in words; undefined where this thread cannot take a step.
    take(number) {
      const [after, phrase] = this.steps[number] ?? [];
      if (after === undefined) return undefined;
      this.nodes.push(after);
      this.taken.push(number);
      return this.graph.phrases[phrase];
    }

    back() {
      if (this.taken.length) this.nodes.pop();
      return this.taken.pop();
    }

    // Takes the steps of an order, as far as it can; gives how many those were.
    follow(order) {
      this.restart();
      return [...order].filter((number, at) => at === this.taken.length && this.take(Number(number))).length;
    }

    // What can be seen, now or `ago` steps ago: of a thread its status, line, place and values; the facts; the output.
    seen(ago = 0) {
      const [views, shared, locks, output] = this.graph.states[this.graph.nodes[this.nodes.at(-1 - ago)][0]];
      return {
        of: (number) => this.graph.views[views[number - 1]] ?? ["outside", 0, "", []],
        facts: [...this.graph.shared[shared], ...this.graph.locks[locks]],
        output: this.graph.outputs[output],
      };
    }
  }

  // What stands in the panel. `acts` is what its buttons do.
  class View {
    constructor(root, graph, acts) {
      this.root = root;
      this.threads = graph.threads.map((name, index) => this.thread(name, index + 1, acts));
      this.source = root.querySelector(".scheduler-source");
      this.source.classList.add("highlight");
      this.lines = [...this.source.children];
      this.lines.forEach((line) => line.prepend(element("span", { className: "scheduler-signs" })));
      this.source.style.setProperty("--threads", graph.threads.length);
      this.facts = element("p", { className: "scheduler-facts" });
      this.output = element("samp", {});
      this.status = element("p", { className: "scheduler-status", role: "status" });
      this.order = element("span", {});
      this.buttons = {
        back: button("scheduler-back", acts.back, "Back"),
        again: button("scheduler-again", acts.restart, "Start again"),
        end: button("scheduler-end", acts.runOn, "Run to the end"),
      };
      this.box = root.querySelector(".scheduler-outcomes");
      this.opener = button("scheduler-ask", () => this.unfold(), "All outcomes");
      this.unfold(false);
      this.box.querySelectorAll(".scheduler-order").forEach((code) => {
        code.replaceWith(button("scheduler-order", () => acts.playAgain(code.textContent), element("span", {}, "Play "), code.textContent));
      });
      this.rows = [...this.box.querySelectorAll(".scheduler-table tbody tr")];
      this.box.before(this.whole());
      root.classList.add("open");
    }

    thread(name, number, acts) {
      const take = button(`scheduler-take thread-${number}`, () => acts.take(number), sign(number), `${name}: take a step`);
      take.setAttribute("aria-keyshortcuts", number);
      const told = element("p", { className: "scheduler-told" });
      return { number, take, told, item: element("div", {}, take, told) };
    }

    whole() {
      const printed = element("p", { className: "scheduler-output" }, element("span", {}, "printed so far"), this.output);
      const threads = element("div", { className: "scheduler-threads" }, ...this.threads.map(({ item }) => item));
      return element(
        "div",
        { className: "scheduler-panel" },
        element("div", { className: "scheduler-left" }, this.source, this.facts, printed),
        element("div", { className: "scheduler-right" }, threads, element("p", { className: "scheduler-buttons" }, ...Object.values(this.buttons))),
        element("div", { className: "scheduler-below" }, this.status, element("p", { className: "scheduler-progress" }, this.order, this.opener)),
      );
    }

    unfold(isOpen = !this.box.classList.contains("shown")) {
      this.box.classList.toggle("shown", isOpen);
      this.opener.setAttribute("aria-expanded", isOpen);
    }

    show(way) {
      const now = way.seen();
      const before = way.taken.length ? way.seen(1) : now;
      this.lines.forEach((line) => {
        line.classList.remove("current");
        line.firstChild.replaceChildren();
      });
      for (const { number, take, told } of this.threads) {
        const [status, line, where, values] = now.of(number);
        const isAble = number in way.steps;
        const isWoken = status === "waits" && isAble;
        const at = line ? `line ${line}` : "";
        take.setAttribute("aria-disabled", !isAble);
        told.replaceChildren([at, isWoken ? "its wait is over" : where].filter(Boolean).join(": "), " ", ...pieces(values, before.of(number)[3]));
        const row = this.lines.find((one) => one.dataset.line === String(line));
        row?.classList.add("current");
        row?.firstChild.append(sign(number, status === "waits" && !isAble ? "waits" : ""));
      }
      this.facts.replaceChildren(...pieces(now.facts, before.facts));
      this.output.textContent = now.output;
      this.buttons.back.setAttribute("aria-disabled", !way.taken.length);
      this.buttons.again.setAttribute("aria-disabled", !way.taken.length);
      this.buttons.end.setAttribute("aria-disabled", way.outcome !== null);
    }

    // What is said of the last step, and of the outcome that it has led to, if any.
    say(text, circle = []) {
      const drawn = element("span", { className: "scheduler-circle", ariaHidden: true }, circle.join(" → ")); // it is in the words, too
      this.status.replaceChildren(text, drawn);
    }

    tell(way, seen) {
      const of = this.rows.length;
      this.rows.forEach((row, outcome) => row.classList.toggle("seen", seen.has(outcome)));
      const signs = element("span", { className: "scheduler-taken", role: "img", label: `Order ${way.order}` }, ...way.taken.map((number) => sign(number)));
      this.order.replaceChildren(...(way.taken.length ? [signs] : []), of === 1 ? "" : `Seen: ${seen.size} of ${of} outcomes`);
    }
  }

  // A panel: what its buttons and keys do, and what is said of it.
  class Panel {
    constructor(root, graph, changed) {
      this.way = new Way(graph);
      this.graph = graph;
      this.changed = () => {};
      this.goals = root.dataset.goal?.split(",").filter(Boolean).map(Number);
      this.seen = new Set();
      this.root = root;
      const acts = ["take", "back", "restart", "runOn", "playAgain"].map((name) => [name, (given) => this[name](given)]);
      this.view = new View(root, graph, Object.fromEntries(acts));
      this.show("Whose step comes first?");
      this.changed = changed; // called with the order, whenever it is another
      root.addEventListener("keydown", (event) => this.key(event));
      // On paper stands what stands there without a script; fit.js, which lays slides out for it, hears of it later.
      addEventListener("beforeprint", () => root.classList.remove("open"));
      addEventListener("afterprint", () => root.classList.add("open"));
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[1-9]$/.test(event.key) && event.key <= this.graph.threads.length) this.take(Number(event.key));
      else if (event.key === "Backspace") this.back();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    name(number) {
      return this.graph.threads[number - 1];
    }

    take(number) {
      const did = this.name(number) && this.way.take(number);
      if (did) this.show(`${this.name(number)}, ${did}.`);
      else if (this.name(number)) this.view.say(`${this.name(number)} cannot take a step: ${this.why(number)}.`);
    }

    why(number) {
      const [status, , where] = this.way.seen().of(number);
      return { done: "it is done", waits: `it ${where}` }[status] ?? "it has not begun";
    }

    back() {
      const number = this.way.back();
      if (number) this.show(`Back: ${this.name(number)} has not taken that step.`);
    }

    restart() {
      this.way.restart();
      this.show("At the start again. Whose step comes first?");
    }

    // Goes on with the one who took the last step, as long as it can: as threads do that nobody interrupts.
    runOn() {
      while (this.way.outcome === null) {
        const last = this.way.taken.at(-1);
        this.way.take(this.way.able.includes(last) ? last : this.way.able[0]);
      }
      this.show("Run to the end.");
    }

    // On a slide the table makes room for what it has played.
    playAgain(order) {
      this.play(order);
      if (this.root.closest(".reveal")) this.view.unfold(false);
    }

    play(order) {
      const count = this.way.follow(order);
      if (count === order.length) {
        this.show(order ? `The order ${order}.` : "At the start.");
        return;
      }
      const number = Number(order[count]);
      const done = this.way.outcome === null ? "" : "the program has ended";
      const why = done || (this.name(number) ? `${this.name(number)} cannot take a step, ${this.why(number)}` : `there is no thread ${order[count]}`);
      this.show(`There is no order ${order}: after ${count ? this.way.order : "no step"}, ${why}.`);
    }

    show(said) {
      this.view.show(this.way);
      const { outcome } = this.way;
      const [end, circle] = this.graph.outcomes[outcome] ?? [];
      if (outcome !== null) this.seen.add(outcome);
      this.view.say([said, end && `${end}.`, outcome !== null && this.judge(outcome)].filter(Boolean).join(" "), circle);
      this.view.status.classList.toggle("stuck", end?.startsWith("Deadlock") ?? false);
      this.view.tell(this.way, this.seen);
      this.changed(this.way.order);
    }

    // What an outcome is to the challenge.
    judge(outcome) {
      if (!this.goals) return "";
      if (this.goals.includes(outcome)) this.root.classList.add("reached");
      if (!this.goals.length) this.root.classList.add("beyond");
      if (!this.goals.length) return `All ${this.root.dataset.orders} orders were run: none does it.`;
      return this.goals.includes(outcome) ? "You did it!" : "Not this time: go back, or start again.";
    }
  }

  // The graph of a deck, or of a page that was built without hooks, stands in it.
  const atHand = (root) => {
    const script = root.querySelector("script");
    return script && JSON.parse(script.textContent);
  };

  // On a page: its graph is fetched when somebody asks for it, and its order stands in the address.
  const given = new URLSearchParams(location.search);
  const roots = [...document.querySelectorAll(".scheduler")];

  function remember(root, order) {
    const others = new URLSearchParams(location.search);
    ["order", "of"].forEach((name) => others.delete(name));
    const all = [others.toString()];
    if (order) all.push(`order=${order}`);
    if (order && roots.length > 1) all.push(`of=${root.dataset.snippet}`);
    const address = new URL(location);
    address.search = all.filter(Boolean).join("&");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function onPage(root) {
    const opener = button("scheduler-open", () => open().then((panel) => panel?.view.threads[0].take.focus()), "Choose the steps");
    let opened;
    async function open() {
      try {
        root.querySelector(".scheduler-failed")?.remove();
        opened ??= atHand(root) ?? fetch(root.dataset.graph).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
        const graph = await opened;
        if (!opener.isConnected) return undefined;
        opener.remove();
        const panel = new Panel(root, graph, (order) => remember(root, order));
        window.oneStop?.(root.querySelector(".scheduler-panel"), "button", ".scheduler-take");
        return panel;
      } catch (error) {
        opened = undefined;
        root.classList.add("failed");
        opener.after(element("p", { className: "scheduler-failed", role: "alert", textContent: `Its orders could not be fetched: ${error.message}. Try again.` }));
        return undefined;
      }
    }
    root.querySelector(".scheduler-outcomes").before(opener);
    return open;
  }

  // In a deck the keys belong to the slide that is shown, and the speaker view shows the same order as the audience sees.
  function onSlides() {
    const panels = new Map();
    const current = () => panels.get(Reveal.getCurrentSlide()?.querySelector(".scheduler"));
    const windows = new Set(self === top ? [] : [top.opener]); // those that show the same deck
    const post = (target, message) => target?.postMessage(JSON.stringify({ namespace: "scheduler", ...message }), "*");
    const states = () => [...panels].map(([root, { way }]) => ({ of: root.dataset.snippet, order: way.order }));
    roots.forEach((root) => {
      const graph = atHand(root);
      const told = (order) => windows.forEach((one) => post(one, { of: root.dataset.snippet, order }));
      panels.set(root, new Panel(root, graph, told));
      // A key that works a button does not move the slide as well; after a click the keys are the deck's.
      root.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && event.stopPropagation());
      root.addEventListener("click", ({ detail }) => detail && document.activeElement.blur());
    });
    addEventListener("message", ({ data, source }) => {
      if (!String(data).startsWith('{"namespace":"scheduler"')) return;
      const { of, order } = JSON.parse(data);
      if (of === undefined) {
        windows.add(source);
        states().forEach((state) => post(source, state));
        return;
      }
      const panel = [...panels].find(([root]) => root.dataset.snippet === of)?.[1];
      if (panel && panel.way.order !== order) panel.play(order);
    });
    windows.forEach((one) => post(one, {}));
    const act = (name, value) => () => Reveal.isOverview() || current()?.[name](value);
    Reveal.on("ready", () => {
      for (let number = 1; number < 10; number += 1) {
        const help = number === 1 ? { key: "1 , 2 , …", description: "The thread of this number takes a step" } : {};
        Reveal.addKeyBinding({ keyCode: 48 + number, ...help }, act("take", number));
        Reveal.addKeyBinding(96 + number, act("take", number)); // those of the number pad
      }
      Reveal.addKeyBinding({ keyCode: 8, key: "Backspace", description: "Take a thread's step back" }, act("back"));
    });
  }

  if (window.Reveal) {
    onSlides();
    return;
  }
  const openers = roots.map(onPage);
  if (!given.has("order") || !roots.length) return;
  const at = given.has("of") ? roots.findIndex((root) => root.dataset.snippet === given.get("of")) : 0;
  if (at < 0) {
    roots[0].prepend(element("p", { className: "scheduler-failed", role: "alert", textContent: `The address asks for an order of ${given.get("of")}, which is not stepped on this page.` }));
    return;
  }
  openers[at]().then((panel) => {
    panel?.play(given.get("order"));
    roots[at].scrollIntoView({ block: "start" });
  });
})();
