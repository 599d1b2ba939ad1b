"""Which programs run beside each other, and when."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from snippets.runner import Run, StoppedError
from snippets.schedule import Job, perform

RUN = Run("", "ok", 0.0, 0.0, "3.11.0", "")
LONG = 30  # seconds after which a test that waits for another thread fails

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


class Watched:
    """Makes work that knows what runs beside it."""

    def __init__(self) -> None:
        self.running: set[str] = set()
        self.started: list[str] = []
        self.beside: dict[str, set[str]] = {}
        self._lock = threading.Lock()

    def job(self, name: str, alone: bool = False, seconds: float = float("inf"), load: float = 1.0) -> Job:
        """A job that notes when it starts and what runs at any time while it does."""

        def work(_: threading.Event) -> Run:
            with self._lock:
                self.started.append(name)
                self.beside[name] = set(self.running)
                for other in self.running:
                    self.beside[other].add(name)
                self.running.add(name)
            with self._lock:
                self.running.remove(name)
            return RUN

        return Job(name, work, alone, seconds, load)


def test_every_run_is_reported_with_its_job_in_the_thread_that_asked() -> None:
    jobs = [Job(name, lambda _, name=name: replace(RUN, output=name)) for name in "abc"]  # type: ignore[misc]
    reports: list[tuple[str, str, threading.Thread]] = []
    perform(jobs, lambda job, run: reports.append((job.name, run.output, threading.current_thread())), lambda _: None)
    assert sorted(report[:2] for report in reports) == [("a", "a"), ("b", "b"), ("c", "c")]
    assert {report[2] for report in reports} == {threading.current_thread()}


def test_nothing_to_do_is_nothing_to_watch() -> None:
    heard: list[Sequence[str]] = []
    perform([], lambda *_: None, heard.append)
    assert heard == []


def test_the_longest_start_first_and_those_of_unknown_length_before_them() -> None:
    watched = Watched()
    jobs = [watched.job("short", seconds=1), watched.job("long", seconds=9), watched.job("unknown")]
    assert schedule(*jobs) == watched.started == ["unknown", "long", "short"]


def test_programs_that_compute_run_beside_each_other_up_to_the_cores() -> None:
    pair = threading.Barrier(2)
    assert sorted(schedule(*(Job(name, meets(pair)) for name in "abcd"), cores=2)) == ["a", "b", "c", "d"]


def test_programs_that_compute_never_run_beside_each_other_on_one_core() -> None:
    watched = Watched()
    schedule(*(watched.job(f"{number}") for number in range(50)))
    assert len(watched.started) == 50
    assert set(map(len, watched.beside.values())) == {0}


def test_programs_that_mostly_wait_run_beside_each_other_beyond_the_cores() -> None:
    five = threading.Barrier(5)
    assert len(schedule(*(Job(name, meets(five), load=0.2) for name in "abcde"), cores=1)) == 5


def test_a_program_that_keeps_more_than_every_core_busy_runs_by_itself() -> None:
    watched = Watched()
    assert schedule(watched.job("huge", load=4.0), watched.job("small", load=0.1), cores=2) == ["huge", "small"]
    assert watched.beside == {"huge": set(), "small": set()}


def test_a_program_that_runs_alone_runs_beside_no_other_and_after_them() -> None:
    watched = Watched()
    others = [watched.job(f"other {number}", load=0.1) for number in range(20)]
    alone = [watched.job(f"alone {number}", alone=True, load=0.1) for number in range(20)]
    schedule(*alone[:10], *others, *alone[10:], cores=8)
    assert watched.started[20:] == [job.name for job in alone]
    assert [watched.beside[job.name] for job in alone] == [set()] * 20


def test_whoever_watches_hears_which_programs_run() -> None:
    heard: list[list[str]] = []
    jobs = [Job("a", nothing, seconds=3), Job("b", nothing, seconds=2), Job("c", nothing, alone=True)]
    perform(jobs, lambda *_: None, lambda names: heard.append(list(names)), 1)
    assert heard == [["a"], ["b"], ["c"]]


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

    watched = Watched()
    jobs = [Job("quick", meets(both), seconds=3), Job("waits", wait, seconds=2), watched.job("later", seconds=1)]
    with pytest.raises(KeyboardInterrupt):
        perform(jobs, interrupt, lambda _: None, 2)
    assert ended == ["stopped"]
    assert watched.started == []
