"""Law 5: the decks in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.visit import SCHEMES, Scheme, Visit
from tests.test_every_lesson import LESSONS

# What of the present slide is taller than the slide, or wider than its box, in pixels, after its last fragment.
OVERFLOW = """
() => {
  const slide = Reveal.getCurrentSlide();
  const { height } = Reveal.getConfig();
  const found = [];
  if (slide.scrollHeight > height) {
    const tallest = [...slide.children].sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
    found.push(`${slide.scrollHeight - height} px too tall; the tallest is ${tallest.tagName} ${tallest.className}`);
  }
  for (const box of [slide, ...slide.querySelectorAll("pre, table, .columns > *")]) {
    const more = box.scrollWidth - box.clientWidth;
    if (box.checkVisibility() && more > 1) found.push(`${more} px too wide: ${box.textContent.slice(0, 60)}`);
  }
  return found;
}
"""


def slides(page: Page) -> list[str]:
    """The titles of a deck's slides."""
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    return [
        str(title)
        for title in page.evaluate("Reveal.getSlides().map((slide) => slide.querySelector('h1, h2').textContent)")
    ]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_slide_overflows(lesson: str, visit: Visit) -> None:
    page = visit(f"slides/{lesson}/")
    found = []
    for number, title in enumerate(slides(page)):
        page.evaluate("(number) => Reveal.slide(number, 0, 99)", number)
        found += [f"slides/decks/{lesson}.md, slide '{title}': {what}" for what in page.evaluate(OVERFLOW)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_slide_has_an_axe_violation(lesson: str, scheme: Scheme, visit: Visit) -> None:
    page = visit(f"slides/{lesson}/?print-pdf", scheme)  # where all slides stand on one page
    page.wait_for_selector(".pdf-page")
    assert page.locator(".pdf-page").count() == len(slides(page))
    assert visit.violations(page) == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_slide_is_reached_by_the_name_of_its_title(lesson: str, visit: Visit) -> None:
    page = visit(f"slides/{lesson}/")
    titles = slides(page)
    name = page.evaluate("Reveal.getSlides()[2].id")
    other = visit(f"slides/{lesson}/#/{name}")
    slides(other)
    assert other.evaluate("Reveal.getIndices().h") == 2
    assert other.evaluate("Reveal.getCurrentSlide().querySelector('h2').textContent") == titles[2]
