"""Tests that share a browser are strangers to each other, and an axe violation in one scheme alone is told."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.visit import Visit

KEPT = "[localStorage.getItem('a'), sessionStorage.getItem('a'), document.cookie]"
KEEP = "localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b'); document.cookie = 'a=b'"
PALE = """<!doctype html><html lang="en"><title>Pale</title><style>
[data-scheme="{scheme}"] .{pale} {{ color: #999; background: #777; }}
</style><main><h1>Pale</h1>
<pre class="highlight"><code><span class="a">one</span> <span class="b">two</span></code></pre></main>
<script>
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => {{ document.documentElement.dataset.scheme = dark.matches ? "dark" : "light"; }};
paint();
dark.addEventListener("change", paint);
</script></html>
"""


def test_what_a_page_keeps_and_a_window_that_it_opens_are_gone_when_the_visit_ends(
    shared: BrowserContext, address: str
) -> None:
    for _ in range(2):
        visit = Visit(shared, address)
        page = visit("404.html")
        assert page.evaluate(KEPT) == [None, None, ""]
        page.evaluate(KEEP)
        assert page.evaluate(KEPT) == ["b", "b", "a=b"]
        with page.expect_popup():
            page.evaluate("void open('about:blank')")
        visit.close()
        assert len(shared.pages) == 1


@pytest.mark.parametrize("pale", ["a", "b"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_word_that_cannot_be_read_in_one_scheme_alone_is_told_with_the_scheme(
    scheme: str, pale: str, shared: BrowserContext, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PALE.format(scheme=scheme, pale=pale), encoding="utf-8")
    visit = Visit(shared, f"{tmp_path.as_uri()}/")
    [told] = visit.violations(visit("page.html"))
    visit.close()
    assert told == f'{scheme}: color-contrast: <span class="{pale}">{"one" if pale == "a" else "two"}</span>'
