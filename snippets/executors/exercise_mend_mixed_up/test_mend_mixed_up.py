"""The check of `mend_mixed_up`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: `as_completed` and `wait` give the futures in an order of the check, that of the station
which was asked first as the last.
"""

import concurrent.futures
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import pytest
from called import expect, imported, outcome

mend_mixed_up = imported("readings")
READINGS = {"harbour": 7.5, "summit": -4.0, "airport": 6.0, "valley": 6.5}
ORDER = [2, 1, 3, 0]  # in which the calls are done, by their numbers
Call = Future[Any]
handed_in: list[Call] = []
when_waited: list[int] = []  # how many were handed in when somebody waited for one
real_wait, real_result = concurrent.futures.wait, Future.result


class Arrived(set[Call]):
    """Calls that are done."""

    def __iter__(self) -> Iterator[Call]:
        calls = list(super().__iter__())
        when_waited.append(len(handed_in))
        real_wait(calls)
        in_order = [handed_in[number] for number in ORDER if number < len(handed_in)]
        return iter([call for call in in_order if call in calls])


class Desk(ThreadPoolExecutor):
    """An executor that keeps the calls in the order in which they were handed in."""

    def submit(self, *given: Any, **options: Any) -> Call:
        """Hand in a call."""
        handed_in.append(super().submit(*given, **options))
        return handed_in[-1]


class Waited(NamedTuple):
    """What `wait` returns."""

    done: set[Call]
    not_done: set[Call]


def as_completed(futures: Iterable[Call], **_: object) -> Iterator[Call]:
    """In the place of that of `concurrent.futures`."""
    return iter(Arrived(futures))


def wait(futures: Iterable[Call], **_: object) -> Waited:
    """In the place of that of `concurrent.futures`."""
    done = Arrived(futures)
    list(done)  # as soon as they are
    return Waited(done, set())


def test_every_station_has_its_own_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask_for(*given: Any, **options: Any) -> Any:
        when_waited.append(len(handed_in))
        return real_result(*given, **options)

    monkeypatch.setattr(Future, "result", ask_for)
    for place in (concurrent.futures, mend_mixed_up):
        for stand_in in (as_completed, wait):
            monkeypatch.setattr(place, stand_in.__name__, stand_in, raising=False)

    def ask_all() -> Any:
        with Desk(2) as desk:
            return mend_mixed_up.readings(desk, list(READINGS), READINGS.__getitem__)

    raised: Exception | None = None
    told: Any = None
    try:
        told = outcome("readings()", ask_all)
    except Exception as error:
        raised = error
    expect(raised is None, f"readings raised {raised!r}")
    expect(len(handed_in) == len(READINGS), f"readings handed in {len(handed_in)} calls for {len(READINGS)} stations")
    at_first = min(when_waited, default=len(READINGS))
    expect(at_first == len(READINGS), f"readings waited for a call when it had handed in {at_first} of {len(READINGS)}")
    expect(isinstance(told, dict), f"readings returned a {type(told).__name__}, not a dictionary")
    expect(told.keys() == READINGS.keys(), f"asked were {sorted(READINGS)}, and readings has {sorted(told)}")
    for station, reading in READINGS.items():
        said = told[station] if isinstance(told[station], float) else f"a {type(told[station]).__name__}"
        expect(said == reading, f"the reading of {station} is {reading}, and readings says {said}")
