// Light or dark: as the system is, or as was chosen in any deck of this place, which this browser keeps.
(() => {
  const KEY = "decks.scheme";
  const root = document.documentElement;
  const button = document.getElementById("scheme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null; // here, where the browser keeps nothing

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return chosen; // storage is blocked: the choice holds until the page is left
    }
  }
  function keep(scheme) {
    chosen = scheme;
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      button.title = "This browser keeps no choice.";
    }
  }
  function paint() {
    const found = kept();
    const scheme = ["light", "dark"].includes(found) ? found : dark.matches ? "dark" : "light";
    root.dataset.scheme = scheme;
    button.textContent = scheme === "dark" ? "Light" : "Dark";
  }
  function toggle() {
    keep(root.dataset.scheme === "dark" ? "light" : "dark");
    paint();
  }
  paint();
  dark.addEventListener("change", paint);
  addEventListener("storage", paint); // another window of the deck changed: the speaker view follows
  button.addEventListener("click", toggle);
  Reveal.on("ready", () => Reveal.addKeyBinding({ keyCode: 68, key: "D", description: "Dark or light" }, toggle));
})();
