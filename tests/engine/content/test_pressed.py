"""Where Ctrl-C was pressed is marked in an output, and nothing of the mark is text."""

import pytest

from content.engine.fence.pressed import MARK, lines_before, with_mark
from content.engine.fence.replay import with_moments


@pytest.mark.parametrize(
    ("html", "moment", "marked"),
    [
        ("one\ntwo\n", 0.0, "one\ntwo\n"),
        ("one\ntwo\n", 0.05, f"{MARK}one\ntwo\n"),
        ("one\ntwo\n", 0.5, f"one\n{MARK}two\n"),
        ("one\ntwo\n", 1.5, f"one\ntwo\n{MARK}"),
        ("one\ntwo", 1.5, f"one\ntwo{MARK}"),
    ],
)
def test_the_mark_stands_where_the_next_line_came(html: str, moment: float, marked: str) -> None:
    assert with_mark(html, (0.1, 1.0), moment) == marked


def test_an_output_of_nothing_has_it_too() -> None:
    assert with_mark("", (), 0.5) == MARK


def test_a_replayed_output_keeps_it() -> None:
    assert with_moments(with_mark("one\ntwo\n", (0.1, 1.0), 1.5), (0.1, 1.0)) == (
        f'<span data-at="0.1">one\n</span><span data-at="1">two\n</span>{MARK}'
    )


def test_lines_that_came_at_the_same_moment_came_before() -> None:
    assert lines_before((0.1, 0.5, 0.6), 0.5) == 2
