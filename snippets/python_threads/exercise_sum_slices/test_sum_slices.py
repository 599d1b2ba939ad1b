"""The check of `sum_slices`: plain `pytest` in this folder runs it.

It leaves nothing to luck: the threads begin to run when all of them are started, or when one is waited for, whichever
comes first. An operating system may do that, too.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from sum_slices import sum_slices

START, JOIN = threading.Thread.start, threading.Thread.join


class Watch:
    """What one call of `sum_slices` does with its threads."""

    def __init__(self, n: int, meet: bool) -> None:
        self.n = n
        self.started: list[threading.Thread] = []
        self.held: list[threading.Thread] = []
        self.joined: set[threading.Thread] = set()
        self.started_at_first_join = 0
        self.added_by_main = 0
        self.adding: set[threading.Thread] = set()
        self.meeting = threading.Barrier(n if meet else 1)

    def start(self, thread: threading.Thread) -> None:
        """Hold the thread until there are n."""
        self.started.append(thread)
        self.held.append(thread)
        if len(self.started) >= self.n:
            self.let_go()

    def let_go(self) -> None:
        """Really start the threads that are held."""
        while self.held:
            START(self.held.pop(0))

    def join(self, thread: threading.Thread, timeout: float | None = None) -> None:
        """Let the threads run, and wait for this one."""
        self.started_at_first_join = self.started_at_first_join or len(self.started)
        self.let_go()
        JOIN(thread, timeout)
        self.joined.add(thread)

    def add(self) -> None:
        """Note who adds; before its first number, a thread meets all the others."""
        thread = threading.current_thread()
        if thread is threading.main_thread():
            self.added_by_main += 1
        elif thread not in self.adding:
            self.adding.add(thread)
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others away: slow, but right
                self.meeting.wait(timeout=2)


class Number(int):
    """A number that tells when it is added to something."""

    added: Callable[[], None]

    def __add__(self, other: int) -> int:
        self.added()
        return int(self) + int(other)

    __radd__ = __add__


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def watched_sum(monkeypatch: pytest.MonkeyPatch, numbers: range, n: int, meet: bool = False) -> None:
    """Let `sum_slices` add up the numbers in n threads; check what it returns, and what its threads did."""
    watch = Watch(n, meet)
    monkeypatch.setattr(threading.Thread, "start", lambda thread: watch.start(thread))
    monkeypatch.setattr(threading.Thread, "join", lambda thread, timeout=None: watch.join(thread, timeout))
    monkeypatch.setattr(Number, "added", lambda _: watch.add(), raising=False)
    total = sum_slices([Number(number) for number in numbers], n)
    monkeypatch.undo()
    call = f"sum_slices(numbers, {n})"
    expect(len(watch.started) == n, f"{call} started {len(watch.started)} threads, not {n}")
    expect(watch.added_by_main <= n, f"{call} did the adding in the main thread: was the target called too soon?")
    forgotten = n - len(watch.joined)
    expect(forgotten == 0, f"{call} returned, and did not wait for {forgotten} of its {n} threads")
    early = watch.started_at_first_join
    expect(early == n, f"{call} waited for a thread when {early} of {n} were started, so they do not run at once")
    why = ": who reads a shared total must keep the others out until it is written" if meet else ""
    expect(total == sum(numbers), f"{call} made {total} of {len(numbers)} numbers that make {sum(numbers)}{why}")


@pytest.mark.parametrize("n", range(1, 9))
def test_every_number_counts_once(monkeypatch: pytest.MonkeyPatch, n: int) -> None:
    watched_sum(monkeypatch, range(100, 117), n)


def test_more_threads_than_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    watched_sum(monkeypatch, range(100, 103), 8)


def test_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    watched_sum(monkeypatch, range(0), 3)


def test_all_threads_add_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    watched_sum(monkeypatch, range(100, 117), 4, meet=True)
