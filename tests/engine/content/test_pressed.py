"""Where Ctrl-C was pressed is marked in an output, and nothing of the mark is text."""

import pytest

from content.engine.fence.pressed import MARK, with_mark
from content.engine.fence.replay import with_moments


@pytest.mark.parametrize(
    ("html", "row", "marked"),
    [
        ("one\ntwo\n", 0, f"{MARK}one\ntwo\n"),
        ("one\ntwo\n", 1, f"one\n{MARK}two\n"),
        ("one\ntwo\n", 2, f"one\ntwo\n{MARK}"),
        ("", 0, MARK),
    ],
)
def test_the_mark_stands_above_a_row(html: str, row: int, marked: str) -> None:
    assert with_mark(html, row) == marked


def test_a_replayed_output_keeps_it() -> None:
    assert with_moments(with_mark("one\ntwo\n", 2), (0.1, 1.0)) == (
        f'<span data-at="0.1">one\n</span><span data-at="1">two\n</span>{MARK}'
    )
