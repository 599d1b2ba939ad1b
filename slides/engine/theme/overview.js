// All slides at a glance: a grid, as wide as the window.
window.Overview = (() => {
  const LEAST = 230; // pixels of a slide
  const GAP = 16;
  const root = document.documentElement;

  const MOST = 8; // columns

  const widthOf = (count) => (innerWidth - GAP * (count + 2)) / count;
  // Whether that many columns show all slides without rolling.
  function fits(count) {
    const { width, height } = Reveal.getConfig();
    const rows = Math.ceil(Reveal.getTotalSlides() / count);
    return rows * ((widthOf(count) * height) / width + GAP) + GAP <= innerHeight;
  }
  // As few as are wide enough, or some more, if that shows all slides.
  function columns() {
    const few = Math.max(2, Math.min(6, Math.floor((innerWidth - GAP) / (LEAST + GAP))));
    for (let count = few; count <= MOST; count += 1) if (fits(count)) return count;
    return few;
  }
  function lay() {
    const width = widthOf(columns());
    root.style.setProperty("--columns", columns());
    root.style.setProperty("--thumb", width / Reveal.getConfig().width);
  }
  const see = () => Reveal.getCurrentSlide().scrollIntoView({ block: "nearest" });
  // Moves by a row; false where no overview is shown.
  function move(rows) {
    if (!Reveal.isOverview()) return false;
    const last = Reveal.getTotalSlides() - 1;
    Reveal.slide(Math.max(0, Math.min(last, Reveal.getIndices().h + rows * columns())));
    return true;
  }
  Reveal.on("overviewshown", () => {
    lay();
    see();
  });
  Reveal.on("slidechanged", () => Reveal.isOverview() && see());
  addEventListener("resize", () => Reveal.isReady() && lay());
  return { move };
})();
