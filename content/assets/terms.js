// A first tap on a term says what it means, as the mouse does by resting on it and the keyboard by reaching it; a second
// follows the link. Material shows what stands in `title` of whatever has the focus.
(() => {
  let told = null; // the link whose meaning was told last
  document.addEventListener("click", (event) => {
    const term = event.target.closest("a.term, a.source");
    if (term && event.pointerType === "touch" && term !== told) {
      event.preventDefault();
      term.focus();
    }
    told = term;
  });
})();
