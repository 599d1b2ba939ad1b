"""What a reader sees at a glance, on a screen, by keyboard, on a phone and on paper."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_way import ORDER
from tests.browser.visit import IN_REACH, LETTERS, Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.sample import sample
from tests.support.site import ROOT
from tests.support.small import configuration

LONGEST = "threads_and_processes"
STOPS = 80  # of Tab on that lesson: a third of the 242 that there were before
FONTS = "[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family.replaceAll('\"', ''))"
LOAD = "Promise.all(['400 16px \"Course Sans\"', '400 16px \"Course Mono\"'].map((one) => document.fonts.load(one)))"
CUT = """
() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.clientWidth > 1
    && one.textContent.trim() && ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1
    && !one.closest(".md-search, .md-sidebar");
}).map((one) => one.className + ": " + one.textContent.trim().slice(0, 40))
"""
SPLIT = """
() => [...document.querySelectorAll(".filename")].filter((one) => one.checkVisibility()
  && one.scrollWidth <= one.clientWidth && getComputedStyle(one).overflowWrap === "anywhere").length
"""
SEEN = "* { content-visibility: visible !important }"  # also what is out of sight
DARK = """
() => {
  document.documentElement.dataset.scheme = "dark";
  document.body.dataset.mdColorScheme = "slate";
}
"""
WEIGHTS = """
() => ["h1", "h2", "h3"].map((level) => getComputedStyle(document.querySelector(`article ${level}`)).fontWeight)
"""
COLOURS = """
() => ["abstract", "question", "success", "tip"].map((kind) => {
  const title = document.querySelector(`article .${kind} > :is(.admonition-title, summary)`);
  const sign = getComputedStyle(title, "::before");
  return [getComputedStyle(title).backgroundColor, sign.backgroundColor, sign.maskImage].join();
})
"""

COLOUR_OF = """
(one, kind) => {
  const probe = one.appendChild(document.createElement("span"));
  probe.style.color = `var(--md-code-hl-${kind}-color)`;
  return getComputedStyle(probe).color;
}
"""


def stops(page: Page) -> int:
    """How often Tab is pressed from the first thing on a page until it comes to that again."""
    page.keyboard.press("Tab")
    first = page.evaluate_handle("document.activeElement")
    for pressed in range(1, 1000):
        page.keyboard.press("Tab")
        if first.evaluate("first => first === document.activeElement"):
            return pressed
    raise AssertionError("Tab never comes back")


def test_site_home_and_the_first_lesson_have_names_that_differ(visit: Visit) -> None:
    site = configuration().site_name
    home = visit("").get_by_role("heading", level=1).inner_text()
    lesson = visit(f"lessons/{ORDER[0]}/").get_by_role("heading", level=1).inner_text()
    assert len({site, home, lesson}) == 3


def test_the_lessons_have_the_same_numbers_in_the_sidebar_as_on_the_map(visit: Visit) -> None:
    page = visit("about/")
    links = page.locator(".md-sidebar--primary a[href*='lessons/']")
    assert [
        one.evaluate("one => [getComputedStyle(one).getPropertyValue('--lesson'), one.pathname.split('/').at(-2)]")
        for one in links.all()
    ] == [[f"'{number}'", slug] for number, slug in enumerate(ORDER, 1)]
    said = links.first.locator(".nav-name").evaluate("one => getComputedStyle(one, '::before').content")
    assert said.startswith('"1')


def test_a_slide_has_the_fonts_of_the_page_and_is_laid_out_when_they_are_there(visit: Visit) -> None:
    page = visit("slides/locks/")
    page.wait_for_selector(".reveal.ready")
    assert set(page.evaluate(FONTS)) == {"Course Sans", "Course Mono"}
    for what, font in ((".reveal h1", "Course Sans"), (".reveal pre code", "Course Mono")):
        family = page.locator(what).first.evaluate("one => getComputedStyle(one).fontFamily")
        assert family.replace('"', "").startswith(font)


def test_text_and_code_are_in_fonts_that_the_site_brings(visit: Visit) -> None:
    page = visit("lessons/locks/")
    page.evaluate(LOAD)
    assert set(page.evaluate(FONTS)) == {"Course Sans", "Course Mono"}
    for what, font in (
        ("article p", "Course Sans"),
        (".highlight code", "Course Mono"),
        (".run-output samp", "Course Mono"),
    ):
        family = page.locator(what).first.evaluate("one => getComputedStyle(one).fontFamily")
        assert family.replace('"', "").startswith(font)


def test_headings_get_lighter_with_their_level(visit: Visit) -> None:
    h1, h2, h3 = map(int, visit("lessons/locks/").evaluate(WEIGHTS))
    assert h1 > h2 > h3 > 400


def test_each_kind_of_box_has_a_look_of_its_own(visit: Visit) -> None:
    page = visit("lessons/locks/")
    assert len(set(page.evaluate(COLOURS))) == 4


def test_a_traceback_leads_to_the_line_that_it_names(visit: Visit) -> None:
    page = visit("lessons/creating_threads/")
    link = page.locator('.run-output[data-snippet="creating_threads/started_twice.py"] .trace a').first
    number = link.inner_text().removeprefix("line ")
    link.click()
    line = page.locator(":target")
    expect(line).to_be_in_viewport()
    expect(line).to_have_attribute("data-line", number)
    expect(line).to_have_text("packer.start()")


def test_a_button_that_can_be_seen_copies_the_code_and_no_number(visit: Visit) -> None:
    page = visit("lessons/locks/", permissions=["clipboard-read", "clipboard-write"])
    listing = page.locator(".program > .highlight").first
    button = listing.get_by_role("button", name=re.compile("^Copy locks"))
    expect(button).to_be_visible()
    assert button.evaluate("one => getComputedStyle(one).opacity") == "1"
    button.click()
    expect(button).to_have_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == (listing.locator("code").text_content() or "").removesuffix("\n")
    assert code.startswith('"""')


@pytest.mark.parametrize("first", ["key", "focus"])
def test_a_page_is_looked_at_for_the_keyboard_when_a_key_is_pressed_or_something_has_the_focus(
    first: str, visit: Visit
) -> None:
    page = visit("lessons/python_threads/")
    apart = page.locator("a.md-nav__link[tabindex='-1']")
    expect(apart).to_have_count(0)
    page.keyboard.press("Shift") if first == "key" else page.locator(".md-logo").first.focus()
    expect(apart).not_to_have_count(0)


def test_operators_have_their_colour_without_elements_of_their_own(visit: Visit) -> None:
    page = visit("lessons/python_threads/")
    assert page.locator(".program .highlight code :is(.o, .p)").count() == 0
    for kind, words in {"operator": "", "name": " .n"}.items():
        word = page.locator(f".program .highlight code{words}").first
        assert word.evaluate("one => getComputedStyle(one).color") == word.evaluate(COLOUR_OF, kind)


def test_the_tab_key_goes_through_a_lesson_in_a_third_of_the_stops(visit: Visit) -> None:
    page = visit(f"lessons/{LONGEST}/")
    assert stops(page) <= STOPS


def test_arrow_keys_lead_to_every_tool_of_every_program(visit: Visit) -> None:
    page = visit("lessons/python_threads/")
    page.keyboard.press("Shift")
    page.locator(".highlight :not(code)[tabindex='0']").focus()
    tools = page.locator("article .highlight :not(code)[tabindex]").filter(visible=True).count()
    seen = set()
    for _ in range(4 * tools):
        seen.add(page.evaluate("[...document.querySelectorAll('[tabindex]')].indexOf(document.activeElement)"))
        page.keyboard.press("ArrowRight")
    assert len(seen) >= tools
    before = page.evaluate("document.activeElement.closest('.program, h1, h2, h3')?.textContent")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.closest('.program, h1, h2, h3')?.textContent") != before


def test_an_output_that_has_to_be_scrolled_is_a_stop_with_a_name_and_another_is_none(visit: Visit) -> None:
    page = visit("lessons/locks/", width=320)
    scrolls = "one => one.scrollWidth > one.clientWidth"
    outputs = page.locator(".run-output pre").filter(visible=True).all()
    expect(page.locator(".run-output pre[tabindex='0']").first).to_be_visible()
    assert {one.evaluate("one => one.tabIndex === 0") == one.evaluate(scrolls) for one in outputs} == {True}
    assert all((one.get_attribute("aria-label") or "").startswith("Output of locks/") for one in outputs)


@pytest.mark.parametrize("lesson", sample(LESSONS, 2))
def test_a_landmark_is_a_way_through_the_site_and_no_button(lesson: str, visit: Visit) -> None:
    page = visit(f"lessons/{lesson}/")
    assert page.locator("article .highlight nav").count() == 0
    page.locator(".copy").first.wait_for()
    landmarks = page.locator("main nav")
    assert landmarks.count() >= 3
    assert all(one.locator("a").count() for one in landmarks.all())
    assert page.locator("article nav").count() == 0


@pytest.mark.parametrize("path", ["", "programs/", "errors/", *(f"lessons/{lesson}/" for lesson in sample(LESSONS, 2))])
def test_no_text_is_cut_on_the_narrowest_phone(path: str, visit: Visit) -> None:
    page = visit(path, width=320, height=640)
    assert page.evaluate(CUT) == []
    assert page.evaluate(SPLIT) == 0


def test_home_says_in_one_screen_what_this_is_and_shows_a_run(visit: Visit) -> None:
    page = visit("")
    for part in (".hero h1", ".hero-words > p", ".hero-doors", ".hero-run"):
        box = page.locator(part).first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720, part
    assert page.locator(".hero-doors a").all_inner_texts() == ["Start with lesson 1", "Teach with slides"]
    box = page.locator(".lesson-map").bounding_box()
    assert box
    assert box["y"] > 600


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_the_run_on_the_home_page_moves_unless_the_reader_asked_for_stillness(
    motion: str, moves: bool, visit: Visit
) -> None:
    page = visit("", reduced_motion=motion)
    timeline = page.locator(".hero-run .run-timeline").first
    assert (timeline.evaluate("one => one.getAnimations().length") > 0) is moves


# The rules for paper stand at the end of the one style sheet of a page.
AS_ON_THE_SCREEN = """
(text) => {
  const own = new CSSStyleSheet();
  own.replaceSync(text);
  const [all] = document.styleSheets;
  for (const rule of [...own.cssRules].reverse()) {
    if (all.cssRules[all.cssRules.length - 1].cssText !== rule.cssText) throw Error(rule.cssText);
    all.deleteRule(all.cssRules.length - 1);
  }
}
"""


def printed(page: Page) -> list[str]:
    """The text of each page of paper."""
    return [one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


@pytest.mark.parametrize("lesson", sample(LESSONS, 1))
def test_a_lesson_prints_on_two_thirds_of_the_paper_that_it_would_take_as_it_is_on_the_screen(
    lesson: str, visit: Visit
) -> None:
    page = visit(f"lessons/{lesson}/")
    pages = printed(page)
    assert not [word for word in ("run it yourself", "↓ Download") if word in "\n".join(pages)]
    page.evaluate(AS_ON_THE_SCREEN, (ROOT / "content/assets/print.css").read_text(encoding="utf-8"))
    assert len(pages) <= len(printed(page)) * 2 / 3


@pytest.mark.parametrize(("path", "part"), [("lessons/locks/", "article h1"), ("slides/locks/", ".run-figure text")])
def test_on_paper_the_colours_are_those_of_the_light_scheme(path: str, part: str, visit: Visit) -> None:
    page = visit(path, color_scheme="light")
    page.emulate_media(media="print", color_scheme="light")
    colour = "one => [getComputedStyle(one).color, getComputedStyle(one).fill].join()"
    light = page.locator(part).first.evaluate(colour)
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate(DARK)
    assert page.locator(part).first.evaluate(colour) != light
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(part).first.evaluate(colour) == light


@pytest.mark.parametrize("lesson", sample(LESSONS, 2))
def test_on_a_phone_the_letters_of_figures_can_be_read_and_what_is_wider_can_be_scrolled_by_key(
    lesson: str, visit: Visit
) -> None:
    page = visit(f"lessons/{lesson}/", width=320, height=640)
    page.add_style_tag(content=SEEN)
    expect(page.locator(".wide:not([tabindex])")).to_have_count(0)
    assert min(page.evaluate(LETTERS, "article"), default=10) >= 10
    page.wait_for_function(IN_REACH)


def test_the_titles_in_the_sidebar_are_short(visit: Visit) -> None:
    page = visit("lessons/locks/")
    titles = page.locator(".md-sidebar--primary a.md-nav__link[style]").all_inner_texts()
    assert len(titles) == len(ORDER)
    assert [title for title in titles if len(title) > 30] == []
    expect(page.locator("article h1")).to_contain_text("Locks, Stocks, and Two Smoking Barrels")


def test_on_paper_a_listing_is_whole_below_its_name(visit: Visit) -> None:
    page = visit("lessons/locks/")
    page.emulate_media(media="print")
    for listing in page.locator(".program > .highlight").all()[:3]:
        assert listing.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
        expect(listing.locator(".filename")).to_be_visible()
    expect(page.locator(".copy, .program-files, .run-replay, .headerlink").filter(visible=True)).to_have_count(0)
