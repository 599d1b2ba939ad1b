"""The check of `stoppable_worker`: plain `pytest` in this folder runs it.

It leaves nothing to luck. The work is a function of the check: a round tells that it has begun, and ends when it is let
go. When `stop()` waits for the thread, the round under way is let go, and no other round may begin.
"""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
import stoppable_worker
from stoppable_worker import StoppableWorker

JOIN = threading.Thread.join


class Rounds:
    """The work of one worker."""

    def __init__(self, pause: float = 0.05) -> None:
        self.begun = threading.Semaphore(0)
        self.may_end = threading.Semaphore(0)
        self.under_way = False
        self.closed = False
        self.after_closing = 0
        self.failure = ""
        self.threads: list[threading.Thread] = []
        self.others = set(threading.enumerate())
        self.worker = StoppableWorker(self.work, pause)

    def work(self) -> None:
        """Begin a round and wait until it may end."""
        if self.closed:
            self.after_closing += 1
            raise SystemExit
        expect(threading.current_thread() is not threading.main_thread(), "calls work() in the main thread")
        self.threads.append(threading.current_thread())
        self.under_way = True
        self.begun.release()
        self.may_end.acquire(timeout=5)
        self.under_way = False

    def start(self) -> None:
        """Call `start()`."""
        self.closed = False
        try:
            self.worker.start()
        except RuntimeError as error:
            self.failure = f"raised {error!r}"
        expect(not self.failure, f"start() {self.failure}")

    def begin(self, told: str) -> None:
        """Wait until a round begins; fail with `told` as soon as there is no thread left that could do it."""
        for _ in range(100):
            if self.begun.acquire(timeout=0.05):
                return
            if not set(threading.enumerate()) - self.others:
                break
        expect(self.begun.acquire(blocking=False), told + self.failure)

    def close(self) -> None:
        """From now on no round may begin; the one under way may end."""
        if not self.closed:
            self.closed = True
            self.may_end.release()

    def stop(self) -> None:
        """Call `stop()` in the middle of a round, and look what it leaves behind."""
        self.worker.stop()
        under_way = self.under_way
        self.close()
        expect(not under_way, "stop() returned in the middle of a round, and did not wait for the end of the thread")
        expect(self.after_closing == 0, "began another round after stop() was called")


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Rounds]]:
    """Make workers, with their rounds. Afterwards they end, whatever became of them."""
    made: list[Rounds] = []

    def make(pause: float = 0.05) -> Rounds:
        made.append(Rounds(pause))
        return made[-1]

    def join(thread: threading.Thread, timeout: float | None = None) -> None:
        for rounds in made:
            if thread in rounds.threads:
                rounds.close()
        JOIN(thread, timeout)

    def failed(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_type is not SystemExit:
            made[-1].failure = f"; its thread raised {failure.exc_value!r}"

    monkeypatch.setattr(threading.Thread, "join", join)
    monkeypatch.setattr(threading, "excepthook", failed)
    yield make
    for rounds in made:
        rounds.close()


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(f"StoppableWorker: {told}", pytrace=False)


def test_it_works_in_a_thread(make: Callable[..., Rounds]) -> None:
    rounds = make()
    rounds.start()
    rounds.begin("start() began no round")
    rounds.stop()


def test_it_counts_finished_rounds(make: Callable[..., Rounds], monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    monkeypatch.setattr(stoppable_worker, "sleep", slept.append, raising=False)
    rounds = make(pause=0.05)
    rounds.start()
    for finished in range(4):
        rounds.begin(f"nobody called stop(), and {finished} rounds were all")
        count = rounds.worker.count
        expect(count == finished, f"count is {count} in the middle of a round, after {finished} finished ones")
        if finished < 3:
            rounds.may_end.release()
    longest = max(slept, default=0)
    expect(longest < 0.05, f"the pause is a time.sleep of {longest} s, and stop() cannot cut that short")
    rounds.stop()
    count = rounds.worker.count
    expect(count == 4, f"count is {count} when stopped in the fourth round; that one was finished, too")


def test_stop_cuts_the_pause_short(make: Callable[..., Rounds]) -> None:
    rounds = make(pause=6)
    rounds.start()
    if rounds.begun.acquire(timeout=1):
        rounds.may_end.release()
    before = time.monotonic()
    rounds.worker.stop()
    expect(time.monotonic() - before < 6, "stop() waited for the end of a pause of 6 s")


def test_two_workers(make: Callable[..., Rounds]) -> None:
    one = make()
    one.start()
    one.begin("start() began no round")
    other = make()
    other.start()
    other.begin("a second worker, beside the first, began no round")
    one.stop()
    other.may_end.release()
    other.begin("stop() of one worker stopped another one, too")
    other.stop()
    counts = one.worker.count, other.worker.count
    expect(counts == (1, 2), f"two workers finished (1, 2) rounds, and their counts are {counts}")


def test_it_works_again(make: Callable[..., Rounds]) -> None:
    rounds = make()
    rounds.start()
    rounds.begin("start() began no round")
    rounds.stop()
    rounds.start()
    rounds.begin("after stop(), another start() began no round")
    count = rounds.worker.count
    expect(count == 1, f"count is {count} when it works again, after 1 finished round")
    rounds.may_end.release()
    rounds.begin("after stop() and start(), 1 round was all")
    rounds.stop()
    count = rounds.worker.count
    expect(count == 3, f"count is {count} after 1 round, a stop and 2 more rounds")
