"""The check of `cores_in_use`: plain `pytest` in this folder runs it.

It sets the clocks itself: `work` says how much time has passed. So it does not matter how busy this computer is.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable

import pytest
from cores_in_use import cores_in_use


class Clock:
    """Seconds that pass only where somebody lets them."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.looks = 0
        self.guard = threading.Lock()

    def __call__(self) -> float:
        with self.guard:
            self.looks += 1
            return self.seconds

    def let_pass(self, seconds: float) -> None:
        """Move on."""
        with self.guard:
            self.seconds += seconds


wall, processors = Clock(), Clock()


@pytest.fixture(autouse=True)
def clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put our clocks in the place of the real ones."""
    for clock, seconds in ((wall, 1000.0), (processors, 50.0)):
        clock.seconds, clock.looks = seconds, 0
    monkeypatch.setattr(time, "perf_counter", wall)
    monkeypatch.setattr(time, "process_time", processors)
    monkeypatch.setattr("cores_in_use.perf_counter", wall, raising=False)
    monkeypatch.setattr("cores_in_use.process_time", processors, raising=False)


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(f"{cores_in_use.__name__}: {told}", pytrace=False)


def outcome(call: Callable[[], object]) -> str:
    """What `call` does, in words."""
    try:
        return f"returned {call()!r}"
    except Exception as error:
        return f"raised {error!r}"


def test_the_work_is_done_once_in_each_thread() -> None:
    workers: list[threading.Thread] = []

    def work() -> None:
        workers.append(threading.current_thread())
        wall.let_pass(1)

    outcome(lambda: cores_in_use(work, 3))
    here = threading.current_thread() in workers
    expect(not here, "it called work() in the thread that measures; each call belongs into a thread of its own")
    expect(len(workers) == 3, f"with 3 threads, work() was called {len(workers)} times, not 3 times")
    expect(len(set(workers)) == 3, f"with 3 threads, work() was called in {len(set(workers))} threads, not in 3")


def test_all_threads_work_at_the_same_time() -> None:
    all_here = threading.Barrier(3)
    alone: list[str] = []

    def work() -> None:
        try:
            all_here.wait(timeout=3)
        except threading.BrokenBarrierError:
            alone.append(threading.current_thread().name)
        wall.let_pass(1)

    outcome(lambda: cores_in_use(work, 3))
    expect(not alone, "the threads work one after the other; start all of them before you join the first")


def test_it_waits_until_every_thread_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each thread is done as soon as somebody joins it, and not before."""
    joined: dict[object, threading.Event] = defaultdict(threading.Event)
    done: list[bool] = []
    real_join = threading.Thread.join

    def work() -> None:
        joined[threading.current_thread()].wait(timeout=3)
        wall.let_pass(1)
        done.append(True)

    def join(thread: threading.Thread, timeout: float | None = None) -> None:
        joined[thread].set()
        real_join(thread, timeout)

    monkeypatch.setattr(threading.Thread, "join", join)
    outcome(lambda: cores_in_use(work, 3))
    expect(len(done) == 3, f"it was over when {len(done)} of 3 threads were done; join every one of them first")


MEASURED = [(1, 4.0, 1.0, 0.25), (2, 2.0, 2.0, 1.0), (2, 2.0, 4.0, 2.0), (4, 8.0, 2.0, 0.25)]


@pytest.mark.parametrize("done_in", ["start", "join"])
@pytest.mark.parametrize(("threads", "seconds", "cpu", "right"), MEASURED)
def test_it_divides_processor_seconds_by_seconds_on_the_clock(
    threads: int, seconds: float, cpu: float, right: float, done_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All the work is done while a thread is being started, or while it is being joined: both belong to the time."""
    go, done = threading.Event(), threading.Semaphore(0)
    real_start, real_join = threading.Thread.start, threading.Thread.join

    def work() -> None:
        go.wait(timeout=3)
        wall.let_pass(seconds / threads)
        processors.let_pass(cpu / threads)
        done.release()

    def start(thread: threading.Thread) -> None:
        real_start(thread)
        if done_in == "start":
            go.set()
            done.acquire(timeout=3)

    def join(thread: threading.Thread, timeout: float | None = None) -> None:
        go.set()
        real_join(thread, timeout)

    monkeypatch.setattr(threading.Thread, "start", start)
    monkeypatch.setattr(threading.Thread, "join", join)
    did = outcome(lambda: cores_in_use(work, threads))
    what = f"{threads} thread{'s' * (threads > 1)}, {seconds:g} s on the clock and {cpu:g} s on processors"
    expect(did == f"returned {right!r}", f"for {what} it {did}; it should have returned {right!r}")


def test_it_looks_at_each_clock_twice() -> None:
    outcome(lambda: cores_in_use(lambda: wall.let_pass(1), 2))
    looks = f"{wall.looks} times at time.perf_counter and {processors.looks} times at time.process_time"
    expect(wall.looks == processors.looks == 2, f"it looked {looks}; twice each is what the task says")
