// What a page that is laid out to be printed would cut of each slide, in pixels, and what sticks out most.
() => {
  dispatchEvent(new Event("beforeprint"));
  const called = (one) => [one.localName, ...one.classList].join(".");
  const words = (one) => one.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  const slides = [...document.querySelectorAll(".slides > section")];
  const isSeen = (one) => one.checkVisibility();
  return slides.flatMap((slide, number) => {
    const body = slide.querySelector(":scope > .body") ?? slide;
    const boxes = [slide, ...slide.querySelectorAll("pre, table, .body, .left, .right, .columns > *")].filter(isSeen);
    const least = (one) => [one, one.scrollWidth - one.clientWidth];
    const [widest, wide] = boxes.map(least).reduce((one, other) => (other[1] > one[1] ? other : one));
    const tall = Math.max(body.scrollHeight - body.clientHeight, slide.scrollHeight - slide.clientHeight);
    const tallest = [...body.children].reduce((one, other) => (other.offsetHeight > one.offsetHeight ? other : one), body.children[0]);
    const found = [];
    if (tall > 1) found.push(`${tall} px too tall; the tallest is ${called(tallest)} of ${tallest.offsetHeight} px`);
    if (wide > 1) found.push(`${wide} px too wide, in ${called(widest)}: ${words(widest)}`);
    return found.map((what) => [number, slide.querySelector("h1, h2")?.textContent.trim() ?? "", what]);
  });
}
