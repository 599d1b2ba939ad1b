"""Lanes are made of looks at threads: what each is called, and which are shown."""

import pytest

from snippets.engine.process.timeline import NOTICED, Seen, lanes
from tests.engine.snippets.test_stretches import looked_at


def seen(process: int, name: str = "", ran: float = 0.1) -> Seen:
    """A thread that ran for some seconds at once, and lived for 0.3."""
    return Seen(process, name, looked_at([(0.1, 0.1 + ran)] if ran else [], 0.3))


def names(*threads: Seen) -> list[str]:
    """What the lanes of these threads are called."""
    return [lane.name for lane in lanes(threads)]


def test_a_lane_begins_when_its_thread_first_ran_and_ends_with_the_last_look() -> None:
    [lane, brief] = lanes([seen(0), seen(0, ran=0.00003)])
    assert [lane.begin, lane.end] == pytest.approx([0.1, 0.3], abs=0.00101)
    assert [brief.begin, brief.end] == pytest.approx([0.1, 0.3], abs=0.00101)
    assert [span[0] for span in lane.ran] == [lane.begin]


def test_threads_of_one_process_are_named_by_their_order() -> None:
    assert names(seen(0), seen(0), seen(0)) == ["main thread", "thread 2", "thread 3"]


def test_a_name_that_the_program_gave_is_kept_and_told_to_be_cut_off_where_it_was() -> None:
    assert names(seen(0), seen(0, "reader"), seen(0)) == ["main thread", "reader", "thread 3"]
    assert names(seen(0, "till"), seen(0, "reads-all-letter")) == ["till", "reads-all-letter…"]


def test_processes_are_named_by_their_order_and_their_threads_where_they_have_several() -> None:
    assert names(seen(0), seen(1), seen(2)) == ["process 1 (parent)", "process 2", "process 3"]
    assert names(seen(0), seen(1), seen(1)) == ["process 1 (parent)", "process 2, main thread", "process 2, thread 2"]
    assert names(seen(0), seen(1, "sleep")) == ["process 1 (parent)", "process 2, sleep"]


def test_lanes_come_process_by_process_though_a_thread_started_later() -> None:
    assert names(seen(0), seen(1), seen(0)) == [
        "process 1 (parent), main thread",
        "process 1 (parent), thread 2",
        "process 2",
    ]


def test_further_threads_among_processes_are_shown_only_if_they_ran_noticeably() -> None:
    assert names(seen(0), seen(0, ran=0.9 * NOTICED), seen(1, ran=0)) == ["process 1 (parent)", "process 2"]
    assert len(names(seen(0), seen(0, ran=1.1 * NOTICED), seen(1))) == 3


def test_a_sleeping_thread_of_a_single_process_has_a_lane() -> None:
    assert [len(lane.ran) for lane in lanes([seen(0), seen(0, ran=0)])] == [1, 0]


def test_a_stretch_that_is_shorter_than_what_is_told_is_none() -> None:
    assert [len(lane.ran) for lane in lanes([seen(0), seen(0, ran=0.00003)])] == [1, 0]


def test_where_nothing_was_counted_there_are_no_lanes() -> None:
    assert lanes([seen(0, ran=0), seen(0, ran=0)]) == ()
    assert lanes([]) == ()
