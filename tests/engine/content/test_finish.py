"""What is done to the HTML of a page: lessons are numbered, terms explained, and browsers spared work.

A page is as Material's script would have it, and looks the same without it.
"""

import re
from pathlib import Path

import pytest

from content.engine.site.finish import explained, meanings, numbered, settled
from tests.support.site import Site, parsed, text_of, with_class
from tests.support.small import SmallCourse

ORDER = ["starting", "printing"]
NAV = '<a href="{}" class="md-nav__link">'


def number(html: str, url: str) -> list[str]:
    """The numbers that links of a page carry."""
    return re.findall(r"--lesson: '(\d+)'", numbered(html, url, ORDER))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("", "lessons/printing/"),
        ("about/", "../lessons/printing/"),
        ("lessons/starting/", "../printing/"),
        ("lessons/printing/", "./"),
        ("lessons/starting.html", "printing.html"),
    ],
)
def test_a_lesson_has_its_number_wherever_the_link_stands(url: str, address: str) -> None:
    assert number(NAV.format(address), url) == ["2"]
    assert number(f'<a href="{address}" class="md-footer__link md-footer__link--next" aria-label="Next">', url) == ["2"]


@pytest.mark.parametrize("address", ["../..", "../../about/", "#printing", "../failing/", "https://example.org/"])
def test_what_is_no_lesson_of_the_course_has_none(address: str) -> None:
    assert number(NAV.format(address), "lessons/starting/") == []


def test_a_link_in_the_text_is_left_alone() -> None:
    text = '<p><a href="../printing/">Printing</a></p>'
    assert numbered(text, "lessons/starting/", ORDER) == text


GLOSSARY = """<h2 id="l">L</h2><h3 id="lock">Lock<a class="headerlink" href="#lock">&para;</a></h3>
<p>What <em>one</em> thread holds &amp; others
wait for: a "key". See more.</p><h3 id="join">Join</h3><p>To wait</p>"""
KNOWN = {"lock": 'What one thread holds & others wait for: a "key".', "join": "To wait"}


def test_a_meaning_is_the_first_sentence_below_a_heading_of_the_third_level() -> None:
    assert meanings(GLOSSARY) == KNOWN


def test_a_link_to_a_term_says_it_and_all_other_links_stay() -> None:
    html = '<a href="../g/#lock">lock</a> <a href="../g/#none">x</a> <a href="#lock">y</a> <a href="../h/#lock">z</a>'
    assert explained(html, "../g/", KNOWN) == (
        '<a href="../g/#lock" class="term" title="What one thread holds &amp; others wait for: a &quot;key&quot;.">'
        'lock</a> <a href="../g/#none">x</a> <a href="#lock">y</a> <a href="../h/#lock">z</a>'
    )


def test_a_course_that_names_no_glossary_is_built_without(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.write("content/glossary.md", "# Words\n\n### Thread\n\nOne sequence of steps.\n")
    small.write("content/index.md", "# Small\n\nA [thread](glossary.md#thread).\n")
    for named, told in (("extra: { glossary: '' }\n", None), ("", "One sequence of steps.")):
        config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
        small.write("mkdocs.yml", config + named)
        assert small.build().returncode == 0
        page = parsed((tmp_path / "site/index.html").read_text(encoding="utf-8"))
        [link] = [one for one in page.iter("a") if one.get("href") == "glossary/#thread"]
        assert link.get("title") == told
        small.write("mkdocs.yml", config)


def test_every_link_to_the_glossary_says_what_the_term_means(site: Site) -> None:
    found = with_class(site.page("lessons/locks"), "term")
    assert len(found) >= 10
    assert all(link.get("title") for link in found)


PAGE = (
    '<h2 id="two">Two<a class="headerlink" href="#two" title="Permanent link">&para;</a></h2>'
    "<p>Two.</p>\n<table>\n<tr><td><code>a</code></td></tr>\n</table>\n<ul><li><table><tr><td>b</td></tr></table></li></ul>"
    '<table class="scheduler-table"><tr><td>c</td></tr></table>'
    '<pre><span></span><code><span id="__span-0-1">d</span></code></pre>'
    '<pre><code style="--lines: 1"><span id="__span-1-1">e</span></code></pre><pre><code>f</code></pre>'
)


def test_the_link_at_a_heading_has_its_name_without_a_box_that_a_script_prepares() -> None:
    [link] = parsed(settled(PAGE)).iter("a")
    assert link.attrib == {"class": "headerlink", "href": "#two", "aria-label": "Permanent link"}


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
