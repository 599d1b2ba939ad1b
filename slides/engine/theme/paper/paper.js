// Lays out what is about to be printed: slides as on the screen, a sheet so small that it is one page.
Fit.ready.then(() => {
  const sheet = document.querySelector("main");
  const HEIGHT = (261 * 96) / 25.4; // pixels of A4 within its margins
  const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
  if (sheet) {
    sheet.style.width = `${(182 * 96) / 25.4}px`;
    SIZES.some((size) => {
      sheet.style.setProperty("--size", `${size}pt`);
      return sheet.scrollHeight <= HEIGHT;
    });
  } else {
    Fit.all(true);
    document.documentElement.classList.add("fitted");
  }
  document.body.classList.add("ready");
});
