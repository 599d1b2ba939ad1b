"""A page is as Material's script would have it, and looks the same without it."""

from content.engine.site.settled import settled
from tests.support.site import parsed, text_of

PAGE = (
    "<p>Two.</p>\n<table>\n<tr><td><code>a</code></td></tr>\n</table>\n<ul><li><table><tr><td>b</td></tr></table></li></ul>"
    '<table class="scheduler-table"><tr><td>c</td></tr></table>'
    '<pre><span></span><code><span id="__span-0-1">d</span></code></pre>'
    '<pre><code style="--lines: 1"><span id="__span-1-1">e</span></code></pre><pre><code>f</code></pre>'
)


def test_each_table_that_material_wraps_is_alone_in_its_element() -> None:
    tables = parsed(settled(PAGE)).iterfind(".//div/table")
    assert [text_of(table).strip() for table in tables] == ["a", "b"]


def test_each_listing_has_the_class_that_material_gives_it_and_keeps_its_style() -> None:
    listings = parsed(settled(PAGE)).iterfind(".//pre/code")
    found = [(text_of(one), one.get("class"), one.get("style")) for one in listings]
    assert found == [("d", "md-code__content", None), ("e", "md-code__content", "--lines: 1"), ("f", None, None)]


def test_text_is_left_alone() -> None:
    assert text_of(parsed(settled(PAGE))) == text_of(parsed(PAGE))
    assert settled("<p>None.</p>") == "<p>None.</p>"
