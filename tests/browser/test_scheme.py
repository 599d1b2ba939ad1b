"""Light or dark, which our own script has painted before the page is there; and what a browser has to style anew."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import SCHEMES, Scheme, Visit

BUTTON = ".md-header label[for^=__palette]:not([hidden])"
HEADER = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
HEX = "(colour) => { document.body.style.color = colour; return getComputedStyle(document.body).color; }"
SHOWN = """(scheme) => {
  const painted = { default: "light", slate: "dark" }[document.body.dataset.mdColorScheme];
  return painted === scheme && document.querySelector("meta[name=color-scheme]").content === scheme;
}"""
FRAMES = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
# The elements of a page without the words of its programs, most of which are out of sight and not styled.
COUNT = "document.querySelectorAll(':not(.program .highlight code *)').length"
MOST = 2.2  # times that one of them is styled, on average, until scripts have done their work on a page


def wait_for(page: Page, expected: Scheme) -> None:
    """Wait until the page is painted in a scheme, and tells the browser so."""
    page.wait_for_function(SHOWN, arg=expected)


@pytest.mark.parametrize("system", SCHEMES)
def test_a_page_is_as_the_system_is_and_follows_it_until_somebody_chooses(system: Scheme, visit: Visit) -> None:
    page = visit("", color_scheme=system)
    other: Scheme = "light" if system == "dark" else "dark"
    wait_for(page, system)
    page.emulate_media(color_scheme=other)
    wait_for(page, other)
    page.locator(BUTTON).click()
    wait_for(page, system)
    for changed in (system, other):
        page.emulate_media(color_scheme=changed)
        page.evaluate(FRAMES)
        wait_for(page, system)
    page.reload()
    wait_for(page, system)


def test_enter_changes_the_scheme_and_keeps_the_focus_on_what_changes_it_back(visit: Visit) -> None:
    page = visit("", color_scheme="light")
    page.locator(".md-header .md-option").first.focus()
    for expected in ("dark", "light"):
        page.keyboard.press("Enter")
        wait_for(page, expected)
        assert page.evaluate("document.activeElement.name") == "__palette"


@pytest.mark.parametrize("kept", ["{}", "null", "7", '{"index": 9}', "no JSON"])
def test_what_something_else_has_kept_is_no_choice(kept: str, visit: Visit) -> None:
    page = visit("", color_scheme="dark")
    page.evaluate("(kept) => localStorage.setItem(`${__md_scope.pathname}.__palette`, kept)", kept)
    page.reload()
    wait_for(page, "dark")


def test_a_page_is_painted_in_its_scheme_before_the_script_of_material_runs(visit: Visit) -> None:
    page = visit("", color_scheme="dark")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
    page.reload()
    wait_for(page, "dark")


@pytest.mark.parametrize("system", SCHEMES)
def test_the_browser_is_told_the_colour_of_the_header(system: Scheme, visit: Visit) -> None:
    page = visit("", color_scheme=system)
    told = page.locator("meta[name=theme-color]").get_attribute("content")
    header = page.evaluate(HEADER)
    assert page.evaluate(HEX, told) == header


@pytest.mark.parametrize("path", ["", "lessons/locks/"])
def test_no_page_is_styled_all_over_again(path: str, visit: Visit, browser: Browser) -> None:
    session, events = browser.new_browser_cdp_session(), list[dict[str, Any]]()
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.send("Tracing.start", {"traceConfig": {"includedCategories": ["devtools.timeline"]}})
    page = visit(path, width=412, height=823)
    page.wait_for_function("document.querySelector('.md-search-result__meta')")
    with page.expect_event("close") as closed:
        session.once("Tracing.tracingComplete", lambda _: page.close())
        count = page.evaluate(COUNT)
        session.send("Tracing.end")
    assert closed.value
    session.detach()
    styled = sum(one["args"].get("elementCount", 0) for one in events if one["name"] == "UpdateLayoutTree")
    assert 0 < styled < MOST * count
