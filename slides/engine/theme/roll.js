// What has no room on its slide rolls: with the mouse, a finger, or the keys of whoever came to it by Tab.
window.Roll = (() => {
  const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " "];
  const OURS = ["role", "aria-label", "data-prevent-swipe"];

  function tabOf(output) {
    const panel = output.closest(".run-panel");
    if (!panel) return "";
    const number = [...panel.parentElement.querySelectorAll(".run-panel")].indexOf(panel);
    return `, ${panel.parentElement.querySelectorAll(".run-buttons label")[number].textContent}`;
  }
  function nameOf(box) {
    const output = box.closest(".run-output");
    if (output) return `Output of ${output.dataset.snippet}${tabOf(output)}`;
    const listing = box.closest(".highlight");
    if (listing) return `Code ${listing.querySelector(".filename")?.textContent ?? ""}`.trim();
    const kind = box.matches("table") ? "Table" : box.matches(".wide, .run-figure") ? "Figure" : "All";
    return `${kind} of ${box.closest("section").querySelector("h1, h2")?.textContent}`;
  }
  function holdKey(event) {
    if (KEYS.includes(event.key)) event.stopPropagation(); // they roll the box, and do not move the deck
  }
  // A click leaves the keys to the deck.
  const leave = ({ currentTarget }) => currentTarget.blur();

  function start(box) {
    if (box.classList.contains("rolls")) return;
    box.classList.add("rolls");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", nameOf(box));
    box.tabIndex = 0;
    if (!box.matches(".body")) box.setAttribute("data-prevent-swipe", ""); // for reveal.js: a finger rolls it sideways
    box.addEventListener("keydown", holdKey);
    box.addEventListener("click", leave);
  }
  function end(box) {
    box.classList.remove("rolls");
    box.style.maxHeight = "";
    OURS.forEach((name) => box.removeAttribute(name));
    if (!box.matches(".run-output pre")) box.removeAttribute("tabindex");
    box.removeEventListener("keydown", holdKey);
    box.removeEventListener("click", leave);
  }
  return { start, end };
})();
