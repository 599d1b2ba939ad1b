"""Stretches on a processor are found from looks at threads; lanes are made of them, each with a name."""

from itertools import pairwise

import pytest

from snippets.engine.process.run import Span
from snippets.engine.process.timeline import GAP, NOTICED, Sample, Seen, lanes, stretches

TICK = 0.004  # seconds between the times at which a system counts what a running thread used


def looked_at(ran: list[Span], end: float, every: float = 0.002, ready: list[Span] | None = None) -> list[Sample]:
    """The looks at a thread that ran in these stretches, counted as Linux does: late while it runs.

    It also wants a processor, and has none, in the stretches `ready`.
    """
    samples = [Sample(0.0, 0.0, False)]
    for number in range(1, round(end / every)):
        now = number * every
        used = sum(min(now, stop) - start for start, stop in ran if start < now)
        begins = [start for start, stop in ran if start < now < stop]
        late = min(now % TICK, now - begins[0]) if begins else 0.0
        awake = any(start <= now < stop for start, stop in [*ran, *(ready or [])])
        samples.append(Sample(now, used - late, awake))
    return [*samples, Sample(end, sum(stop - start for start, stop in ran), False)]


def length(stretches: list[Span]) -> float:
    """How long stretches are together."""
    return sum(end - begin for begin, end in stretches)


TURNS = [(0.0013 + 0.0101 * number, 0.0064 + 0.0101 * number) for number in range(20)]


@pytest.mark.parametrize(
    "ran",
    [[(0.0, 0.3)], [(0.0511, 0.1203)], [(0.0511, 0.0518)], [(0.01, 0.02), (0.03, 0.2)], TURNS],
    ids=["all the time", "once", "between two looks", "twice", "in turns"],
)
def test_stretches_are_found_more_exactly_than_looks_are_apart(ran: list[Span]) -> None:
    found, ready = stretches(looked_at(ran, 0.3))
    assert len(found) == len(ran)
    assert ready == []
    for (begin, end), (began, ended) in zip(found, ran, strict=True):
        assert abs(begin - began) <= 0.00101
        assert abs(end - ended) <= 0.00101
    assert length(found) == pytest.approx(length(ran))


def test_a_thread_that_never_ran_has_no_stretch() -> None:
    assert stretches(looked_at([], 0.1)) == ([], [])


def test_a_thread_that_had_to_wait_for_a_processor_is_not_filled_meanwhile() -> None:
    ran = [(0.02, 0.06), (0.1, 0.14)]
    found, ready = stretches(looked_at(ran, 0.2, ready=[(0.06, 0.1)]))
    assert length(found) == pytest.approx(length(ran))
    assert not [span for span in found if span[0] < 0.095 and span[1] > 0.065]
    assert ready == [pytest.approx((0.06, 0.1), abs=0.003)]


@pytest.mark.parametrize(("waits", "ran"), [((0.02, 0.05), (0.05, 0.08)), ((0.05, 0.08), (0.02, 0.05))])
def test_a_thread_may_have_to_wait_for_a_processor_first_or_last(waits: Span, ran: Span) -> None:
    found, ready = stretches(looked_at([ran], 0.1, ready=[waits]))
    assert found == [pytest.approx(ran, abs=0.003)]
    assert ready == [pytest.approx(waits, abs=0.003)]


def test_the_moment_that_it_takes_to_be_woken_is_not_told() -> None:
    found, ready = stretches(looked_at([(0.02, 0.06), (0.0628, 0.09)], 0.1, ready=[(0.06, 0.0628)]))
    assert len(found) == 2
    assert ready == []


def test_time_that_was_counted_late_is_laid_before_the_look_that_saw_it() -> None:
    looks = [(0.0, 0.0, False), (0.002, 0.0, True), (0.004, 0.0, True), (0.006, 0.004, True), (0.02, 0.004, True)]
    [ran], [ready] = stretches([*(Sample(*look) for look in looks), Sample(0.022, 0.004, False)])
    assert ran == pytest.approx((0.002, 0.006))
    assert ready == pytest.approx((0.006, 0.02))


def test_stretches_are_in_order_and_apart() -> None:
    found, _ = stretches(looked_at([(0.01, 0.0503), (0.0505, 0.09)], 0.1))
    assert len(found) == 1, f"they are less than {GAP} s apart"
    assert all(end < begin for (_, end), (begin, _) in pairwise(stretches(looked_at(TURNS, 0.3))[0]))


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
