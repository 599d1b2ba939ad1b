"""Which programs run beside each other, and when."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest

from snippets.engine.process.run import Run
from snippets.engine.process.runner import StoppedError
from snippets.engine.runs.schedule import Job, perform

RUN = Run("", "ok", 0.0, 0.0, "3.11.0", "", ())
LONG = 10  # seconds after which a test that waits for another thread fails

Work = Callable[[threading.Event], Run]


def nothing(_: threading.Event) -> Run:
    """Do nothing."""
    return RUN


def schedule(*jobs: Job, cores: int = 1) -> list[str]:
    """Perform jobs and return the names of those that were reported, in order."""
    reported: list[str] = []
    perform(jobs, lambda job, _: reported.append(job.name), lambda _: None, cores)
    return reported


def meets(others: threading.Barrier) -> Work:
    """Work that ends only if it runs beside others."""

    def work(_: threading.Event) -> Run:
        others.wait(LONG)
        return RUN

    return work


def beside(*jobs: Job, cores: int = 1) -> list[list[str]]:
    """Perform jobs and return which ran beside each other, each time that one started."""
    heard: list[list[str]] = []
    perform(jobs, lambda *_: None, lambda names: heard.append(list(names)), cores)
    return heard


def test_every_run_is_reported_with_its_job_in_the_thread_that_asked() -> None:
    def says(name: str, _: threading.Event) -> Run:
        return replace(RUN, output=name, times=(0.0,))

    jobs = [Job(name, partial(says, name)) for name in "abc"]
    reports: list[tuple[str, str, threading.Thread]] = []
    perform(jobs, lambda job, run: reports.append((job.name, run.output, threading.current_thread())), lambda _: None)
    assert sorted(report[:2] for report in reports) == [("a", "a"), ("b", "b"), ("c", "c")]
    assert {report[2] for report in reports} == {threading.current_thread()}


def test_nothing_to_do_is_nothing_to_watch() -> None:
    heard: list[Sequence[str]] = []
    perform([], lambda *_: None, heard.append)
    assert heard == []


def test_the_longest_start_first_and_those_of_unknown_length_before_them() -> None:
    jobs = [Job("short", nothing, seconds=1), Job("long", nothing, seconds=9), Job("unknown", nothing)]
    assert beside(*jobs) == [["unknown"], ["long"], ["short"]]


def test_programs_that_compute_run_beside_each_other_up_to_the_cores() -> None:
    pair = threading.Barrier(2)
    assert sorted(schedule(*(Job(name, meets(pair)) for name in "abcd"), cores=2)) == ["a", "b", "c", "d"]


def test_programs_that_compute_never_run_beside_each_other_on_one_core() -> None:
    assert beside(*(Job(name, nothing) for name in "abcdef")) == [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]


def test_programs_that_mostly_wait_run_beside_each_other_beyond_the_cores() -> None:
    five = threading.Barrier(5)
    assert len(schedule(*(Job(name, meets(five), load=0.2) for name in "abcde"), cores=1)) == 5


def test_a_program_that_keeps_more_than_every_core_busy_runs_by_itself() -> None:
    assert beside(Job("huge", nothing, load=4.0), Job("small", nothing, load=0.1), cores=2) == [["huge"], ["small"]]


def test_a_program_that_runs_alone_runs_beside_no_other_and_after_them() -> None:
    pair = threading.Barrier(2)
    others = [Job(name, meets(pair), load=0.1) for name in "xy"]
    alone = [Job(name, nothing, alone=True, load=0.1) for name in "abcd"]
    heard = beside(*alone[:2], *others, *alone[2:], cores=8)
    assert heard[0] == ["x", "y"]
    assert heard[-4:] == [["a"], ["b"], ["c"], ["d"]]


def test_whoever_watches_hears_each_time_which_programs_run() -> None:
    first, second = threading.Barrier(2), threading.Barrier(2)
    jobs = [Job("a", meets(first)), Job("b", meets(first)), Job("c", meets(second)), Job("d", meets(second))]
    heard = beside(*jobs, cores=4)
    assert heard[0] == ["a", "b", "c", "d"]
    assert all(set(later) < set(before) for before, later in pairwise(heard))


def test_when_one_breaks_the_others_are_ended_before_the_error_goes_on() -> None:
    ended = []
    both = threading.Barrier(2)

    def wait(stop: threading.Event) -> Run:
        both.wait(LONG)
        assert stop.wait(LONG)
        ended.append("stopped")
        raise StoppedError

    def fail(_: threading.Event) -> Run:
        both.wait(LONG)
        raise OSError("no Python here")

    with pytest.raises(OSError, match="no Python here"):
        schedule(Job("waits", wait), Job("fails", fail), cores=2)
    assert ended == ["stopped"]


def test_an_interruption_ends_the_running_and_starts_no_other() -> None:
    ended = []
    both = threading.Barrier(2)

    def wait(stop: threading.Event) -> Run:
        both.wait(LONG)
        assert stop.wait(LONG)
        ended.append("stopped")
        raise StoppedError

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def late(_: threading.Event) -> Run:
        ended.append("late")
        return RUN

    jobs = [Job("quick", meets(both), seconds=3), Job("waits", wait, seconds=2), Job("later", late, seconds=1)]
    with pytest.raises(KeyboardInterrupt):
        perform(jobs, interrupt, lambda _: None, 2)
    assert ended == ["stopped"]
