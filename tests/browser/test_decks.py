"""Law 5: the decks in a real browser, at the sizes of a laptop, a beamer and a phone, as any Python makes them."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pypdf import PdfReader

from slides.engine import handout, takeaway
from slides.engine.deck import assets
from snippets.engine.runs.library import Library, library_of
from tests.browser.longest import Texts, longest, outputs, with_outputs
from tests.browser.visit import Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.sample import sample
from tests.support.site import ROOT, Site, once

ASSETS = assets(library_of(ROOT).cache)
SIZES = ((1280, 720), (1920, 1080), (390, 844))
LEAST_CODE = 20  # pixels of code and output at 1280x720, to be read from the last row

# What of any slide is taller than the slide, or wider than its box, in pixels, after its last fragment; and code that
# is too small.
OVERFLOW = """
(least) => {
  const found = [];
  for (const [number, slide] of Reveal.getSlides().entries()) {
    Reveal.slide(number, 0, 99);
    const say = (what) => found.push(`slide '${slide.querySelector("h1, h2").textContent}': ${what}`);
    const rolls = (box, style) => style === "auto" && box.matches('[role="region"][tabindex="0"]');
    for (const box of [slide.querySelector(".body"), slide]) {
      const more = box.scrollHeight - box.clientHeight;
      if (more <= 1 || rolls(box, getComputedStyle(box).overflowY)) continue;
      const tallest = [...box.children].sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
      const name = [tallest.localName, ...tallest.classList, "of", tallest.offsetHeight].join(" ");
      say(`${more} px too tall; the tallest is ${name} px`);
      break;
    }
    for (const box of [slide, ...slide.querySelectorAll("pre, table, .body, .columns > *, .pair > *")]) {
      const more = box.scrollWidth - box.clientWidth;
      if (!box.checkVisibility() || more <= 1 || rolls(box, getComputedStyle(box).overflowX)) continue;
      say(`${more} px too wide: ${box.textContent.slice(0, 60)}`);
    }
    for (const code of slide.querySelectorAll("pre")) {
      const size = parseFloat(getComputedStyle(code).fontSize) * Reveal.getScale();
      if (code.checkVisibility() && size < least) say(`code of ${size} px: ${code.textContent.slice(0, 60)}`);
    }
  }
  return found;
}
"""
# All slides on a page, as without a script; screen readers are told of those that are shown, which are all here.
FLAT = """
document.querySelector('link[href$="flat.css"]').media = "all";
Reveal.getSlides().forEach((slide) => ["hidden", "aria-hidden"].forEach((name) => slide.removeAttribute(name)));
"""
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


@pytest.fixture(scope="session")
def extremes(tmp_path_factory: pytest.TempPathFactory, worker_id: str, library: Library) -> tuple[Texts, Texts]:
    """Each program's tallest and widest output on any Python; the first worker runs what is not kept."""
    with once(tmp_path_factory, worker_id, "outputs") as (file, is_new):
        if is_new:
            file.write_text(json.dumps(outputs(library)), encoding="utf-8")
    return longest(json.loads(file.read_text(encoding="utf-8")))


def served_as(page: str) -> Callable[[Route], None]:
    """What answers every request with a page."""
    return lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8")


Stage = Callable[..., Page]


@pytest.fixture
def stage(visit: Visit, shared: BrowserContext, site: Site) -> Iterator[Stage]:
    """Opens the deck of a lesson with other texts in place of its outputs, before any script has seen them."""

    def stage(lesson: str, texts: Texts, address: str = "") -> Page:
        shared.unroute_all()
        made = (site.folder / f"slides/{lesson}/index.html").read_text(encoding="utf-8")
        shared.route(
            lambda url: url.partition("?")[0].endswith(f"/slides/{lesson}/"), served_as(with_outputs(made, texts))
        )
        return visit(f"slides/{lesson}/{address}")

    yield stage
    shared.unroute_all()


@pytest.mark.parametrize("lesson", sample(LESSONS, 1))
def test_every_slide_fits_a_laptop_a_beamer_and_a_phone_and_its_code_can_be_read(
    lesson: str, extremes: tuple[Texts, Texts], stage: Stage, site: Site
) -> None:
    made = (site.folder / f"slides/{lesson}/index.html").read_text(encoding="utf-8")
    different = {with_outputs(made, texts): texts for texts in ({}, *extremes)}
    found = []
    for texts in different.values():
        page = opened(stage(lesson, texts))
        found += [line for width, height in SIZES for line in overflow(page, lesson, width, height)]
    assert not found, "\n".join(found)


LOAF, LOAF_SLIDE = "stocks/wrong_if_before_wait.py", "#/who-gets-the-loaf"
HUGE = {LOAF: "".join(f"line {number} {'x' * number}\n" for number in range(200))}
TOP = f"{PRESENT}.querySelector('pre.rolls').scrollTop"
AT_END = (
    f"const pre = {PRESENT}.querySelector('pre.rolls'); return pre.scrollHeight - pre.clientHeight - pre.scrollTop < 2"
)


def test_an_output_without_room_rolls_in_sight_and_by_keys_and_the_deck_stays(stage: Stage, visit: Visit) -> None:
    page = opened(stage("stocks", HUGE, LOAF_SLIDE))
    assert overflow(page, "stocks", 1280, 720) == []
    page.evaluate("Reveal.slide(Reveal.getSlides().findIndex((slide) => slide.id === 'who-gets-the-loaf'), 0, 99)")
    output = page.get_by_role("region", name=f"Output of {LOAF}")
    expect(output).to_be_in_viewport(ratio=1)
    sizes = output.evaluate("(pre) => [pre.clientHeight, pre.scrollHeight, pre.clientWidth, pre.scrollWidth]")
    assert 100 < sizes[0] < sizes[1]
    assert sizes[2] < sizes[3]
    assert output.evaluate("(pre) => getComputedStyle(pre.parentElement, '::after').content") != "none"
    output.focus()
    for key in ("ArrowDown", "PageDown", "End"):
        before = page.evaluate(TOP)
        page.keyboard.press(key)
        page.wait_for_function(f"(before) => {TOP} > before", arg=before)
    assert page.evaluate(f"{PRESENT}.id") == LOAF_SLIDE[2:]
    page.wait_for_function(f"(() => {{ {AT_END} }})()")
    assert visit.violations(page) == []
    output.click()  # which leaves the keys to the deck
    page.keyboard.press("PageDown")
    assert page.evaluate(f"{PRESENT}.id") == "fourth-attempt-wake-one-sleeper"


def _printed(shared: BrowserContext, folder: Path) -> list[Path]:
    """Slides and lecturer's handout of a deck."""
    cheat_sheet = handout.on_paper("Tea", "sheet", "<main></main>", ())
    slides, _, notes, _ = takeaway.Printer(shared, ASSETS).print_all(folder, cheat_sheet)
    return [slides, notes]


def test_an_output_without_room_is_printed_whole_on_its_page_and_in_the_handout(
    site: Site, shared: BrowserContext, tmp_path: Path
) -> None:
    many = {LOAF: "".join(f"line {number} of many\n" for number in range(60))}
    made = (site.folder / "slides/stocks/index.html").read_text(encoding="utf-8")
    shutil.copytree(site.folder / "slides/assets", tmp_path / "assets")
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck/index.html").write_text(with_outputs(made, many), encoding="utf-8")
    slides, notes = (PdfReader(path) for path in _printed(shared, tmp_path / "deck"))
    assert len(slides.pages) == made.count("<section")
    [slide] = [text for text in (page.extract_text() for page in slides.pages) if "line 0 of many" in text]
    assert "line 59 of many" in slide
    assert "line 59 of many" in "".join(page.extract_text() for page in notes.pages)


def test_a_slide_that_does_not_fit_is_told_with_deck_title_pixels_and_the_tallest_element(visit: Visit) -> None:
    page = opened(visit("slides/locks/"))
    page.evaluate("Reveal.slide(1)")
    tower = '<div class="tower" style="height: 900px"></div>'
    page.evaluate(f"(tower) => {PRESENT}.querySelector('.body').insertAdjacentHTML('beforeend', tower)", tower)
    [told] = overflow(page, "locks", 1280, 720)
    assert told.startswith("slides/decks/locks.md at 1280x720, slide 'After this lesson you can': ")
    assert told.endswith(" px too tall; the tallest is div tower of 900 px")


@pytest.mark.parametrize("lesson", sample(LESSONS, 1))
def test_no_slide_has_an_axe_violation_in_light_and_dark(lesson: str, visit: Visit) -> None:
    page = opened(visit(f"slides/{lesson}/"))
    page.evaluate(FLAT)  # where all slides stand on one page
    slides = page.locator(".slides > section")
    assert sum(slide.is_visible() for slide in slides.all()) == page.evaluate("Reveal.getTotalSlides()")
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
    page = opened(visit("slides/locks/#/a-million-tickets-are-sold-how-many-are-counted"))
    output = page.locator("section.present .run-output samp").first
    expect(output).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(output).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(output).to_be_hidden()
    assert page.evaluate(f"{PRESENT}.id") == "a-million-tickets-are-sold-how-many-are-counted"


@pytest.mark.parametrize("size", SIZES)
def test_a_slide_is_reached_by_the_name_of_its_title_on_any_screen(size: tuple[int, int], visit: Visit) -> None:
    page = opened(visit("slides/two_smoking_barrels/#/four-conditions", width=size[0], height=size[1]))
    assert page.evaluate(f"{PRESENT}.querySelector('h2').textContent") == "Four conditions"
    expect(page.locator("section.present h2")).to_be_in_viewport()


def test_the_speaker_view_shows_the_notes_of_the_slide_and_its_pace(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    speaker = window.value
    notes = speaker.locator(".speaker-controls-notes .value")
    expect(notes).to_contain_text(
        "Ask: The count is right. Is that a proof?", timeout=30_000
    )  # it opens the deck twice
    expect(speaker.locator(".pacing")).to_be_visible()
    page.keyboard.press("PageDown")  # what is held back on this slide
    page.keyboard.press("PageDown")
    expect(notes).to_contain_text("Ask: What would desk 2 have read without the lock?")


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
