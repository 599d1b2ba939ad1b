"""Links of the navigation to lessons carry the numbers that these have on the map."""

import re

import pytest

from content.engine.site.numbering import numbered

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
