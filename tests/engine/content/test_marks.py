"""Lines of code carry marks that the list below the listing explains."""

import pytest

from content.engine.fence.marks import items_below, with_marks
from content.engine.fence.scan import blocks, lines_of
from tests.support.site import parsed, text_of, with_class

LISTING = (
    '<pre><code><span id="__span-3-1"><span class="k">a</span>\n</span>'
    '<span id="__span-3-2"><span class="hll">b\n</span></span><span id="__span-3-12">c\n</span></code></pre>'
)


def below(text: str) -> int:
    """How many items explain the first fence of a text."""
    lines = lines_of(text)
    return items_below(lines, next(iter(blocks(lines))))


@pytest.mark.parametrize(
    ("after", "items"),
    [
        ("", 0),
        ("\n\ntext", 0),
        ("\n- a\n- b", 0),
        ("\n1. a", 1),
        ("\n\n1. a\n2. b\n\ntext\n\n3. c", 2),
        ("\n\n1. a\n   goes on\nlazily\n2. b", 2),
        ("\n\n1. a\n\n    more of it\n\n    1. a list in it\n\n2. b\n\n## next\n\n3. c", 2),
        ("\n\ntext\n\n1. a", 0),
        ("\n\n1.a\n1 . b", 0),
    ],
)
def test_the_items_of_the_list_right_below_are_counted(after: str, items: int) -> None:
    assert below(f"```python\n```{after}") == items


@pytest.mark.parametrize("margin", ["    ", "> ", ">     "])
def test_the_list_stands_in_the_column_of_the_fence(margin: str) -> None:
    text = f"{margin}```python\n{margin}```\n{margin.rstrip()}\n{margin}1. a\n{margin}2. b"
    assert below(f"{text}\n\n1. c") == 2
    assert below(f"{margin}```python\n{margin}```\n\n1. c") == 0
    assert below(f"{margin}```python\n{margin}```\n{'x' * len(margin)}1. c") == 0


def test_each_line_gets_the_mark_of_its_place_in_the_list_and_keeps_its_text() -> None:
    marked = parsed(with_marks(LISTING, [12, 1]))
    assert text_of(marked) == "a\nb\nc\n"
    marks = {
        mark.get("data-note", ""): (line.get("id"), mark.get("role"), mark.get("aria-label"))
        for line in marked.iter("span")
        for mark in line
        if mark.get("class") == "code-note"
    }
    assert marks == {"1": ("__span-3-12", "img", "Note 1"), "2": ("__span-3-1", "img", "Note 2")}


def test_a_mark_stands_before_the_end_of_its_line_also_of_a_highlighted_one() -> None:
    [mark] = with_class(parsed(with_marks(LISTING, [2])), "code-note")
    assert mark.tail == "\n"


def test_two_notes_on_a_line_are_two_marks_in_order() -> None:
    marks = with_class(parsed(with_marks(LISTING, [1, 1])), "code-note")
    assert [mark.get("data-note") for mark in marks] == ["1", "2"]


def test_a_listing_without_notes_is_left_alone() -> None:
    assert with_marks(LISTING, []) == LISTING
