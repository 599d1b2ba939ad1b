"""Law 5: the decks in a real browser, at the sizes of a laptop, a beamer and a phone."""

import re
from collections.abc import Callable
from functools import cache
from html import escape

import pytest
from playwright.sync_api import Page, Route, expect

from snippets.library import Library
from snippets.tape import line_count
from tests.browser.visit import Visit
from tests.claims import Ran
from tests.pythons import looked_at
from tests.test_every_lesson import LESSONS

SIZES = ((1280, 720), (1920, 1080), (390, 844))
LEAST_CODE = 20  # pixels of code and output at 1280x720, to be read from the last row

# What of any slide is taller than the slide, or wider than its box, in pixels, after its last fragment; and code that
# is too small.
OVERFLOW = """
(least) => {
  const { height } = Reveal.getConfig();
  const found = [];
  for (const [number, slide] of Reveal.getSlides().entries()) {
    Reveal.slide(number, 0, 99);
    const say = (what) => found.push(`slide '${slide.querySelector("h1, h2").textContent}': ${what}`);
    if (slide.scrollHeight > height) {
      const tallest = [...slide.children].sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
      const name = [tallest.localName, ...tallest.classList, "of", tallest.offsetHeight].join(" ");
      say(`${slide.scrollHeight - height} px too tall; the tallest is ${name} px`);
    }
    for (const box of [slide, ...slide.querySelectorAll("pre, table, .columns > *")]) {
      const more = box.scrollWidth - box.clientWidth;
      if (box.checkVisibility() && more > 1) say(`${more} px too wide: ${box.textContent.slice(0, 60)}`);
    }
    for (const code of slide.querySelectorAll("pre")) {
      const size = parseFloat(getComputedStyle(code).fontSize) * Reveal.getScale();
      if (code.checkVisibility() && size < least) say(`code of ${size} px: ${code.textContent.slice(0, 60)}`);
    }
  }
  return found;
}
"""
# reveal.js paints the paper as the deck is when it is opened; without it the slides lie on what follows the scheme.
CLEAR_PAPER = "document.querySelectorAll('.pdf-page').forEach((paper) => { paper.style.background = 'none'; })"
PRESENT = "Reveal.getCurrentSlide()"
LIT = f'[...{PRESENT}.querySelectorAll("code > span:not(.dim)")].map((line) => line.textContent.trim()).filter(Boolean)'


def opened(page: Page) -> Page:
    """The page of a deck, when the deck can be used."""
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    return page


def overflow(page: Page, lesson: str, width: int, height: int) -> list[str]:
    """Everything that does not fit its slide in a window of a size, or is too small there; a line each."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("(width) => innerWidth === width", arg=width)
    found = page.evaluate(OVERFLOW, LEAST_CODE if width >= 1280 else 0)
    if page.evaluate("document.documentElement.scrollWidth") > width:
        found.append("the page is wider than the window")
    return [f"slides/decks/{lesson}.md at {width}x{height}, {what}" for what in found]


@cache
def longest_output(library: Library, name: str) -> str:
    """The output of a program with the most lines, of all Pythons that are looked at.

    Tracebacks differ in their lines from Python to Python; a program that prints none prints as many lines on each.
    """
    outputs = [one.output for one in library.record(name).runs]
    if any('  File "' in output for output in outputs):
        outputs += [Ran(python)(name).output for python in looked_at()]
    return max(outputs, key=line_count)


def with_outputs(page: Page, printed: Callable[[str], str | None]) -> Page:
    """The same deck, in which each program printed what `printed` says of its name, if that is not None."""
    output = re.compile(r'(<div class="run-output" data-snippet="([^"]+)"><pre[^>]*><samp>)(.*?)(?=</samp>)', re.DOTALL)
    address = page.url.partition("#")[0]
    replaced: list[str] = []

    def other(found: re.Match[str]) -> str:
        text = printed(found[2])
        replaced.append(found[2])
        return found[0] if text is None else found[1] + escape(text)

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=output.sub(other, response.text()))

    page.route(lambda url: url.partition("#")[0] == address, answer)
    page.reload()
    assert replaced
    return opened(page)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_slide_fits_a_laptop_a_beamer_and_a_phone_and_its_code_can_be_read(
    lesson: str, visit: Visit, library: Library
) -> None:
    page = with_outputs(opened(visit(f"slides/{lesson}/")), lambda name: longest_output(library, name))
    found = [line for width, height in SIZES for line in overflow(page, lesson, width, height)]
    assert not found, "\n".join(found)


def test_a_slide_that_does_not_fit_is_told_with_deck_title_pixels_and_the_tallest_element(visit: Visit) -> None:
    page = opened(visit("slides/locks/"))
    tall = f"{PRESENT}.insertAdjacentHTML('beforeend', '<div class=\"tower\" style=\"height: 900px\"></div>')"
    page.evaluate(tall)
    [told] = overflow(page, "locks", 1280, 720)
    assert told.startswith("slides/decks/locks.md at 1280x720, slide 'I. Locks': ")
    assert told.endswith(" px too tall; the tallest is div tower of 900 px")


LONG = "\n".join(f"line {number}" for number in range(30))


def long_output(name: str) -> str | None:
    """Thirty lines of one program of the deck on locks, and of the others what they did print."""
    return LONG if name == "locks/forced_lost_update.py" else None


def test_an_output_that_has_no_room_on_its_slide_scrolls_by_keyboard_and_nothing_is_cut(visit: Visit) -> None:
    page = with_outputs(visit("slides/locks/"), long_output)
    assert overflow(page, "locks", 1280, 720) == []
    page.evaluate("Reveal.slide(Reveal.getSlides().findIndex((one) => one.querySelector('.scrolls')), 0, 99)")
    slide = page.evaluate("Reveal.getIndices().h")
    output = page.locator(".present .scrolls").first
    output.focus()
    page.keyboard.press("End")
    page.wait_for_function("() => { const one = document.activeElement; return one.scrollTop > 0; }")
    assert page.evaluate("Reveal.getIndices().h") == slide


def test_on_paper_such_an_output_is_printed_whole(visit: Visit) -> None:
    page = with_outputs(visit("slides/locks/?print-pdf"), long_output)
    page.wait_for_selector(".pdf-page")
    assert page.locator(".pdf-page").count() == page.evaluate("Reveal.getTotalSlides()")
    cut = "(one) => [one, one.closest('section')].some((box) => box.scrollHeight - box.clientHeight > 1)"
    assert [page.locator(".scrolls").nth(n).evaluate(cut) for n in range(page.locator(".scrolls").count())] == [False]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_slide_has_an_axe_violation_in_light_and_dark(lesson: str, visit: Visit) -> None:
    page = visit(f"slides/{lesson}/?print-pdf")  # where all slides stand on one page
    page.wait_for_selector(".pdf-page")
    assert page.locator(".pdf-page").count() == page.evaluate("Reveal.getTotalSlides()")
    assert page.locator("code > .dim").count() == 0  # a program that steps is printed whole
    assert page.locator("html[data-scheme]").count() == 1
    page.evaluate(CLEAR_PAPER)
    assert visit.violations(page) == []


def test_a_program_steps_forward_and_back_and_a_link_leads_into_the_midst_of_it(visit: Visit) -> None:
    slide = "slides/python_threads/#/repaired-in-five-points"
    page = opened(visit(slide))
    create, start, join = "thread = threading.Thread(target=go)", "thread.start()", "thread.join()"
    seen = [page.evaluate(LIT)]
    for key in ("ArrowRight", "ArrowRight", "Space", "ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate(LIT))
    assert seen[2:] == [[create], [start], [join], [start], [create]]
    assert seen[0][0].startswith("def go")
    assert seen[1] == ["import threading"]
    page.wait_for_url("**/#/repaired-in-five-points/1")  # what to send to somebody who is to see this very step
    assert opened(visit(f"{slide}/2")).evaluate(LIT) == [start]


def test_an_output_is_held_back_until_a_key_and_gone_again_after_the_key_back(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/in-how-many-of-20-rounds-is-a-ticket-lost"))
    output = page.locator("section.present .run-output samp").first
    expect(output).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(output).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(output).to_be_hidden()
    assert page.evaluate(f"{PRESENT}.id") == "in-how-many-of-20-rounds-is-a-ticket-lost"


@pytest.mark.parametrize("size", SIZES)
def test_a_slide_is_reached_by_the_name_of_its_title_on_any_screen(size: tuple[int, int], visit: Visit) -> None:
    page = opened(visit("slides/stocks_and_barrels/#/four-conditions", width=size[0], height=size[1]))
    assert page.evaluate(f"{PRESENT}.querySelector('h2').textContent") == "Four conditions"
    expect(page.locator("section.present h2")).to_be_in_viewport()


def test_the_speaker_view_shows_the_notes_of_the_slide_and_its_pace(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    speaker = window.value
    notes = speaker.locator(".speaker-controls-notes .value")
    expect(notes).to_contain_text("Ask: 0 of 20 rounds. Is that a proof?")
    expect(speaker.locator(".pacing")).to_be_visible()
    page.keyboard.press("PageDown")  # what is held back on this slide
    page.keyboard.press("PageDown")
    expect(notes).to_contain_text("Demo: The barrier that lost a ticket every time")


def test_the_keys_of_the_teaching_page_do_what_it_says(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    for scheme in ("dark", "light"):
        page.keyboard.press("d")
        assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    for is_overview in (True, False):
        page.keyboard.press("Escape")
        assert page.evaluate("Reveal.isOverview()") is is_overview
    for is_paused in (True, False):
        page.keyboard.press("b")
        assert page.evaluate("Reveal.isPaused()") is is_paused
    page.keyboard.press("Shift+Slash")
    expect(page.locator(".r-overlay-help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".r-overlay-help")).to_have_count(0)
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("Control+Shift+F")
    page.locator("input.searchinput").fill("Coffman")
    page.keyboard.press("Enter")
    expect(page.locator("input.searchinput")).to_be_visible()


def test_the_link_to_the_lesson_leads_to_the_section_of_the_slide(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    for address in (f"#{page.evaluate(f'{PRESENT}.dataset.lesson')}", None):
        link = page.get_by_role("link", name="Lesson").get_attribute("href")
        assert link is not None
        assert address is None or link.endswith(address)
        page.evaluate("Reveal.slide(0)")
