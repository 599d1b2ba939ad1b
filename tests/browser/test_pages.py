"""The site in a real browser."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import IN_REACH, Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.sample import sample
from tests.support.site import ROOT

OTHERS = [f"{path.stem}/" for path in (ROOT / "content").glob("*.md") if path.stem != "index"]
PAGES = ["", "404.html", *sorted(OTHERS), *(f"lessons/{lesson}/" for lesson in LESSONS)]


@pytest.mark.parametrize("path", sample(PAGES, 2))
def test_a_page_fits_a_narrow_phone_and_has_no_axe_violation_in_light_and_dark(path: str, visit: Visit) -> None:
    page = visit(path, width=320, height=640, search=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 720})
    assert page.locator("body[data-md-color-scheme]").count() == 1
    assert visit.violations(page) == []


@pytest.mark.parametrize("path", sample(PAGES, 1))
def test_on_a_narrow_phone_all_that_can_be_scrolled_can_be_scrolled_by_key(path: str, visit: Visit) -> None:
    page = visit(path, width=320, height=640)
    page.wait_for_function(IN_REACH)
    assert visit.violations(page, schemes=["light"]) == []


LENGTHEN = "document.querySelectorAll('.run-output samp').forEach((one) => { one.textContent = 'x'.repeat(400); })"
CUT = """
[...document.querySelectorAll(".run-output pre")].filter((pre) => pre.checkVisibility()
  && !(pre.tabIndex === 0 && getComputedStyle(pre).overflowX === "auto" && pre.scrollWidth > pre.clientWidth)).length
"""


def test_an_output_that_is_wider_than_its_page_scrolls_within_it(visit: Visit) -> None:
    page = visit("lessons/stocks/", width=320, height=640)
    page.evaluate(LENGTHEN)
    page.set_viewport_size({"width": 319, "height": 640})  # the page looks anew at what has another size
    assert page.locator(".run-output pre:visible").count() > 0
    page.wait_for_function(f"({CUT}) === 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_search_leads_to_the_section_that_tells_of_a_word(visit: Visit) -> None:
    page = visit("", search=True)
    page.keyboard.press("/")
    page.keyboard.type("rlock")
    page.get_by_role("dialog", name="Search").get_by_role("heading", name="The same thread, twice").click()
    page.wait_for_url("**/lessons/locks/**#the-same-thread-twice")


def test_an_error_that_is_pasted_into_the_search_leads_to_its_entry_and_shows_it(visit: Visit) -> None:
    page = visit("?q=RuntimeError:+threads+can+only+be+started+once", search=True)
    results = page.get_by_role("dialog", name="Search")
    results.get_by_role("heading", name="RuntimeError: threads can only be started once").click()
    page.wait_for_url("**/errors/**#error-runtimeerror-threads-can-only-be-started-once")
    term = page.locator("[id=error-runtimeerror-threads-can-only-be-started-once]").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert term
    assert header
    assert header["height"] <= term["y"] < 720


def test_results_with_the_words_of_authors_have_no_axe_violation(visit: Visit) -> None:
    page = visit("?q=spawn", search=True)
    page.locator(".md-search-result .md-tag mark").first.wait_for()
    assert visit.violations(page, ".md-search__output") == []


def test_a_lesson_links_to_its_deck_and_the_deck_back(visit: Visit) -> None:
    page = visit("lessons/creating_threads/")
    page.get_by_role("link", name="slides", exact=True).first.click()
    page.wait_for_url("**/slides/creating_threads/**")
    page.get_by_role("link", name="Lesson").click()
    page.wait_for_url("**/lessons/creating_threads/")


def test_the_tabs_of_several_runs_work_by_keyboard_and_without_a_script(visit: Visit) -> None:
    page = visit("lessons/creating_threads/")
    assert page.locator(".run-output").count() > 0
    for group in page.locator(".run-tabs").all():
        group.locator("input").first.focus()
        page.keyboard.press("ArrowRight")
        assert [panel.is_visible() for panel in group.locator(".run-panel").all()][:2] == [False, True]


@pytest.mark.parametrize("how", ["hover", "focus", "tap"])
def test_a_term_says_what_it_means_on_hover_by_keyboard_and_by_touch(how: str, browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto(f"{address}lessons/locks/")
    term = page.locator("a.term").first
    getattr(term, how)()
    told = page.locator(".md-tooltip2")
    told.wait_for()
    assert told.inner_text().endswith(".")
    assert page.url.endswith("/lessons/locks/")
    context.close()
