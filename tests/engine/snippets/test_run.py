"""What a run tells of itself: lanes of a timeline, and when two ran at once."""

import pytest

from snippets.engine.process.run import TOGETHER, Lane, Run, Span, together


def lane(*ran: Span) -> Lane:
    """A lane of one second."""
    return Lane("", 0.0, 1.0, ran, ())


def test_time_in_which_two_lanes_ran_is_counted_once() -> None:
    assert together([lane((0.1, 0.5)), lane((0.3, 0.7))]) == pytest.approx(0.2)
    assert together([lane((0.1, 0.5)), lane((0.3, 0.7)), lane((0.35, 0.6))]) == pytest.approx(0.3)
    assert together([lane((0.1, 0.3), (0.6, 0.9)), lane((0.2, 0.7))]) == pytest.approx(0.2)


def test_lanes_that_take_turns_never_ran_at_once() -> None:
    assert together([lane((0.1, 0.2), (0.3, 0.4)), lane((0.2, 0.3), (0.4, 0.5))]) == 0
    assert together([lane((0.1, 0.9))]) == together([]) == 0


def test_an_overlap_that_is_no_longer_than_looks_are_apart_is_not_counted() -> None:
    assert together([lane((0.1, 0.3)), lane((0.3 - 0.9 * TOGETHER, 0.5))]) == 0
    assert together([lane((0.1, 0.3)), lane((0.3 - 1.1 * TOGETHER, 0.5))]) == pytest.approx(1.1 * TOGETHER)


@pytest.mark.parametrize("ran", [((0.5, 0.4),), ((0.2, 0.3), (0.25, 0.4)), ((0.9, 1.1),), ((-0.1, 0.1),)])
def test_a_lane_whose_times_are_out_of_order_is_refused(ran: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="not in order"):
        lane(*ran)
    with pytest.raises(ValueError, match="not in order"):
        Lane("", 0.0, 1.0, (), ran)


def test_a_run_has_a_time_for_each_of_its_lines_or_it_is_none() -> None:
    with pytest.raises(ValueError, match="2 lines, and times of 1"):
        Run("one\ntwo", "ok", 0.0, 0.0, "3.11.0", "", (0.0,))
