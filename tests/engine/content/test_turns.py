"""Turns are drawn from the begins and ends that a program printed."""

import pytest

from content.engine.fence.turns import turns
from tests.engine.content.test_lanes import filled, words
from tests.support.site import parsed

PRINTED = """\
ann: 0.0-5.0 10.0-20.0 ms
some other line
ben 5.0-10.0 ms
middle turn: 5.0 ms
"""


def test_each_line_of_turns_is_a_lane_that_is_filled_from_each_begin_to_its_end() -> None:
    drawing = parsed(turns(PRINTED))
    assert words(drawing)[:2] == ["ann", "ben"]
    assert filled(drawing) == [[(0, 0.25), (0.5, 1)], [(0.25, 0.5)]]


def test_the_axis_is_in_seconds() -> None:
    assert words(parsed(turns(PRINTED)))[2:] == ["0", "0.005", "0.01", "0.015", "0.02 s"]


def test_the_text_alternative_tells_how_many_turns_each_has_and_how_long_they_are_in_all() -> None:
    [svg] = parsed(turns(PRINTED)).findall("body/*")
    assert svg.attrib["aria-label"] == (
        "Turns: ann has 2 turns between 0.000 s and 0.020 s, 0.015 s in all; "
        "ben has 1 turn between 0.005 s and 0.010 s, 0.005 s in all."
    )


@pytest.mark.parametrize("output", ["ann: 0.0-5.0 ms\n", "ann: 3 ms\nben: 5 ms\n", ""])
def test_less_than_two_lanes_are_no_figure(output: str) -> None:
    with pytest.raises(ValueError, match="two lines such as"):
        turns(output)


def test_turns_that_are_not_in_order_are_no_figure() -> None:
    with pytest.raises(ValueError, match="not in order"):
        turns("ann: 5.0-1.0 ms\nben: 1.0-2.0 ms\n")
