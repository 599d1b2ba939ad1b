"""The check of `mend_mixed_up`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: no call of `ask` is done before somebody waits for it, and any time that is given to a wait
is up before. `as_completed` and `wait` give the futures in an order of the check, that of the station which was asked
first as the last.
"""

import concurrent.futures
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import pytest
from called import Call as Calling
from called import expect, imported, outcome

mend_mixed_up = imported("readings")
READINGS = {"harbour": 7.5, "summit": -4.0, "airport": 0.0, "valley": -4.0}
ORDER = [2, 1, 3, 0]  # in which the calls are done, by their numbers
TIMES = 3  # that are up before a call is done
Call = Future[Any]
handed_in: list[Call] = []
when_waited: list[int] = []  # how many were handed in when somebody waited for one
times: list[float] = []
asked: list[str] = []
gate = threading.Semaphore(0)  # for each call that may be done
MANY = 100
real_wait, real_result = concurrent.futures.wait, Future.result


class Arrived(set[Call]):
    """Calls that are done."""

    def __iter__(self) -> Iterator[Call]:
        calls = list(super().__iter__())
        real_wait(calls)
        in_order = [handed_in[number] for number in ORDER if number < len(handed_in)]
        return iter([call for call in in_order if call in calls])


class Desk(ThreadPoolExecutor):
    """An executor that keeps the calls in the order in which they were handed in."""

    is_shut_down = False

    def shutdown(self, *given: Any, **options: Any) -> None:
        """Not for who was only handed the executor."""
        self.is_shut_down = True
        gate.release(MANY)
        super().shutdown(*given, **options)

    def submit(self, *given: Any, **options: Any) -> Call:
        """Hand in a call."""
        handed_in.append(super().submit(held, *given, **options))
        return handed_in[-1]


class Waited(NamedTuple):
    """What `wait` returns."""

    done: set[Call]
    not_done: set[Call]


def time_is_up(calls: Iterable[Call], seconds: float | None) -> bool:
    """Let somebody wait for calls; say whether the time is up before they are done."""
    if all(call.done() for call in calls):
        return False
    when_waited.append(len(handed_in))
    if seconds is not None and len(times) < TIMES:
        times.append(seconds)
        return True
    gate.release(MANY)
    return False


def as_completed(fs: Iterable[Call], timeout: float | None = None) -> Iterator[Call]:
    """In the place of that of `concurrent.futures`."""
    calls = [*fs]
    if time_is_up(calls, timeout):
        raise TimeoutError
    yield from Arrived(calls)


def wait(fs: Iterable[Call], timeout: float | None = None, return_when: object = None) -> Waited:
    """In the place of that of `concurrent.futures`; it may be that more are done than somebody waited for."""
    del return_when
    calls = [*fs]
    if time_is_up(calls, timeout):
        return Waited(set(), set(calls))
    done = Arrived(calls)
    list(done)  # as soon as they are
    return Waited(done, set())


def result(call: Call, timeout: float | None = None) -> Any:
    """In the place of that of futures."""
    if time_is_up([call], timeout):
        raise TimeoutError
    return real_result(call, timeout)


def held(function: Callable[..., Any], /, *given: Any, **options: Any) -> Any:
    """Do a call, when somebody waits for it."""
    gate.acquire()
    return function(*given, **options)


def ask(station: str) -> float:
    """The reading of a station."""
    asked.append(station)
    return READINGS[station]


def kind_of(value: object) -> str:
    """What it is, in words."""
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def called(desk: Desk) -> Any:
    """What `readings` returns, at that moment. If it waits in a way of its own, a call goes on when all else rests."""

    def called_now() -> Any:
        told = mend_mixed_up.readings(desk, list(READINGS), ask)
        return dict(told) if isinstance(told, dict) else told

    call = Calling(called_now)
    for does in call.looks():
        if does == "rests":
            gate.release()
        expect(does != "stuck", f"readings() does not come to its end{call.where() if does == 'stuck' else ''}")
    expect(not call.error, f"readings raised {call.raised}")
    return call.value


def test_every_station_has_its_own_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Future, "result", result)
    for place in (concurrent.futures, mend_mixed_up):
        for stand_in in (as_completed, wait):
            monkeypatch.setattr(place, stand_in.__name__, stand_in, raising=False)
    desk = Desk(2)
    told = called(desk)
    expect(not desk.is_shut_down, "readings shut the executor down, and others may need it")
    desk.shutdown()
    expect(len(handed_in) == len(READINGS), f"readings handed in {len(handed_in)} calls for {len(READINGS)} stations")
    at_first = min(when_waited, default=len(READINGS))
    expect(at_first == len(READINGS), f"readings waited for a call when it had handed in {at_first} of {len(READINGS)}")
    once = sorted(asked) == sorted(READINGS)
    expect(once, f"readings handed in a call for each station, and asked were {', '.join(asked) or 'none'}")
    expect(isinstance(told, dict), f"readings returned {kind_of(told)}, not a dictionary")
    expect(told.keys() == READINGS.keys(), f"asked were {sorted(READINGS)}, and readings has {sorted(told)}")
    for station, reading in READINGS.items():
        said = told[station] if isinstance(told[station], float) else kind_of(told[station])
        expect(said == reading, f"the reading of {station} is {reading}, and readings says {said}")


def test_a_later_call_begins_anew() -> None:
    gate.release(MANY)
    with ThreadPoolExecutor(2) as executor:
        told = outcome("readings()", lambda: mend_mixed_up.readings(executor, ["valley"], ask))
    expect(told.keys() == {"valley"}, f"a later call asked valley only, and readings has {sorted(told)}")
