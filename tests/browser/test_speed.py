"""What a phone waits for: one style sheet before anything is seen, and few files besides."""

import re

import pytest

from content.engine.site.joined import SCRIPTS, STYLES, scripts
from tests.browser.visit import Visit
from tests.support.sample import sample
from tests.support.site import Site

LOADED = """
(() => {
  const found = performance.getEntriesByType("resource").map(({ name, renderBlockingStatus: status, initiatorType }) =>
    [name, status === "blocking", initiatorType]);
  return found.filter(([name]) => name.startsWith("http"));
})()
"""
BOX = "getComputedStyle(document.querySelector('h2 .headerlink'), '::after').content"


def test_each_page_waits_for_one_style_sheet_and_asks_for_one_script_besides_that_of_the_theme(
    site: Site, visit: Visit, address: str
) -> None:
    paths = [path.removesuffix("index.html") for path in site.pages() if not path.startswith("slides/")]
    assert len(paths) > 15
    for path in sample(paths, 3):
        page = visit(path)
        loaded = page.evaluate(LOADED)
        early = page.locator("head script[src]").count()  # those at the end of the page hold nothing up
        page.close()
        assert early == 0
        assert [name for name, blocks, kind in loaded if blocks and kind != "script"] == [address + STYLES], path
        ours, theirs = sorted((name for name, _, kind in loaded if kind == "script"), key=len)
        assert ours == address + SCRIPTS
        assert re.fullmatch(address + r"assets/javascripts/bundle\.\w+\.min\.js", theirs)


def test_a_page_takes_no_entries_of_the_search_apart(visit: Visit) -> None:
    page = visit("", search=True)
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    index = next(url for url in visit.asked if url.endswith("search/search_index.json"))
    assert page.evaluate("async (url) => (await (await fetch(url)).json()).docs", index) == []


def test_a_script_that_fails_says_so_and_leaves_the_next_ones_alone(visit: Visit) -> None:
    joined = scripts(["absent()", "window.ran = true"])
    page = visit("404.html")
    page.evaluate("window.told = []; window.reportError = ({ name }) => told.push(name); 0")
    page.evaluate(f"{joined}; 0")
    assert page.evaluate("[told, ran]") == [["ReferenceError"], True]


@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_the_link_at_a_heading_says_what_it_is_to_who_reaches_it(reach: str, visit: Visit) -> None:
    page = visit("lessons/locks/")
    assert page.evaluate(BOX) == "none"
    link = page.locator("h2 .headerlink").first
    link.hover() if reach == "hover" else page.evaluate(
        "document.querySelector('h2 .headerlink').focus({ focusVisible: true })"
    )
    assert page.evaluate(BOX).startswith('"Permanent link"')
