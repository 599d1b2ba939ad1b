"""The check of `mend_lost_error`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: no call of `store` is done before somebody waits for it, and any time that is given to a wait
is up before.
"""

import concurrent.futures
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ALL_COMPLETED, Future, ThreadPoolExecutor
from typing import Any

import pytest
from called import Call, expect, imported

mend_lost_error = imported("store_all")
STATIONS = ["harbour", "summit", "airport"]
FAILURES = {
    "airport": OSError("airport is silent"),
    "summit": ValueError("minus four"),
    "harbour": ZeroDivisionError("no reading"),
}
TIMES = 3  # that are up before a call is done
MANY = 100
real_wait, real_as_completed = concurrent.futures.wait, concurrent.futures.as_completed
logging.getLogger("concurrent.futures").disabled = True  # what a callback raises is told in a long stack


class Desk(ThreadPoolExecutor):
    """An executor that holds its calls until somebody waits for one, and notes how many were handed in then."""

    def __init__(self, store: Callable[[str], None]) -> None:
        super().__init__(2)
        self.store, self.gate = store, threading.Semaphore(0)
        self.handed_in = self.times = 0
        self.when_waited = len(STATIONS)
        self.is_shut_down = False
        self.raised: Exception | None = None
        self.begun: list[str] = []
        self.done: list[str] = []
        self.done_then = self.caller = 0
        self.at_home = ""

    def call(self) -> None:
        """Call `store_all`; note what it raises, and what is done at that moment."""
        self.caller = threading.get_ident()
        try:
            mend_lost_error.store_all(self, STATIONS, self.store_noted)
        except Exception as error:
            self.raised = error
        self.done_then = len(self.done)
        self.gate.release(MANY)
        super().shutdown()

    def store_noted(self, station: str) -> None:
        """Store a reading, and note that."""
        if threading.get_ident() == self.caller:
            self.at_home = station
        self.begun.append(station)
        self.store(station)
        self.done.append(station)

    def submit(self, *given: Any, **options: Any) -> Any:
        """Hand in a call."""
        self.handed_in += 1
        return super().submit(self.held, *given, **options)

    def held(self, function: Callable[..., Any], /, *given: Any, **options: Any) -> Any:
        """Do a call, when somebody waits for that."""
        self.gate.acquire()
        return function(*given, **options)

    def shutdown(self, *given: Any, **options: Any) -> None:
        """Not for who was only handed the executor."""
        self.is_shut_down = True
        self.gate.release(MANY)
        super().shutdown(*given, **options)

    def waits(self, calls: list[Future[Any]], seconds: float | None) -> bool:
        """Let somebody wait for calls; say whether the time is up before."""
        if all(call.done() for call in calls):
            return False
        self.when_waited = min(self.when_waited, self.handed_in)
        self.times += seconds is not None
        if seconds is not None and self.times <= TIMES:
            return True
        self.gate.release(MANY)
        return False

    def asking(self, method: Any) -> Any:
        """In the place of a method of futures that waits."""

        def asks(call: Future[Any], timeout: float | None = None) -> Any:
            if self.waits([call], timeout):
                raise TimeoutError
            return method(call, timeout)

        return asks

    def wait(self, fs: Iterable[Future[Any]], timeout: float | None = None, return_when: str = ALL_COMPLETED) -> Any:
        """In the place of that of `concurrent.futures`."""
        calls = [*fs]
        return real_wait(calls, 0 if self.waits(calls, timeout) else timeout, return_when)

    def as_completed(self, fs: Iterable[Future[Any]], timeout: float | None = None) -> Iterator[Future[Any]]:
        """In the place of that of `concurrent.futures`."""
        calls = [*fs]
        if self.waits(calls, timeout):
            raise TimeoutError
        yield from real_as_completed(calls)


def call_with(desk: Desk, monkeypatch: pytest.MonkeyPatch, at_rest: int) -> None:
    """Let `store_all` come to its end; where it waits in a way of its own, so many calls go on when all else rests."""
    for name in ("result", "exception"):
        monkeypatch.setattr(Future, name, desk.asking(getattr(Future, name)))
    for place in (concurrent.futures, mend_lost_error):
        for name, real in (("wait", real_wait), ("as_completed", real_as_completed)):
            if vars(place).get(name) is real:
                monkeypatch.setattr(place, name, getattr(desk, name))
    call = Call(desk.call)
    for does in call.looks():
        if does == "rests":
            desk.gate.release(at_rest)
        expect(does != "stuck", f"store_all() does not come to its end{call.where() if does == 'stuck' else ''}")
    expect(not call.error, f"store_all() raised {call.raised}{call.raised_at}")


@pytest.mark.parametrize("silent", [*FAILURES, "no station"])
def test_when_this_one_is_silent(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = FAILURES.get(silent)

    def store(station: str) -> None:
        if station == silent and failure:
            raise failure

    desk = Desk(store)
    call_with(desk, monkeypatch, MANY if failure else 2)
    at_first, raised = desk.when_waited, desk.raised
    expect(
        not desk.at_home, f"store_all itself called store({desk.at_home!r}); it is to hand this in, as submit(store, …)"
    )
    expect(at_first == 3, f"store_all waited for a call when it had handed in {at_first} of 3")
    expect(desk.handed_in == 3, f"store_all handed in {desk.handed_in} calls for 3 stations")
    expect(not desk.is_shut_down, "store_all shut the executor down, and others may need it")
    twice = [station for station in STATIONS if desk.begun.count(station) > 1]
    each = f"store_all handed in a call for each station, and store was called with {', '.join(desk.begun)}"
    expect(not twice, each)
    if failure:
        told = f"store({silent!r}) raised {failure!r}, and store_all returned as if all were well"
        expect(raised is not None, told)
        expect(raised is failure, f"store_all raised {raised!r}, not {failure!r}")
    else:
        expect(raised is None, f"no call of store failed, and store_all raised {raised!r}")
        expect(desk.done_then == 3, f"store_all returned when {desk.done_then} of its 3 calls were done")
        expect(sorted(desk.done) == sorted(STATIONS), f"store_all returned, and stored are {sorted(desk.done)}")
