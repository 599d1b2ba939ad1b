"""The check of `ask_all`: plain `pytest` in this folder runs it.

It leaves nothing to luck: stations are held back until as many are asked as there are workers, or until others have
answered.
"""

import threading
from collections import Counter
from contextlib import suppress

import pytest
from ask_all import ask_all

STATIONS = ["harbour", "summit", "airport", "valley", "island", "glacier"]


class Radio:
    """Answers for the stations, and notes who is asked."""

    def __init__(self, at_once: int = 1, broken: str = "", pause: float = 0.0) -> None:
        self.enough = threading.Barrier(at_once)
        self.broken, self.pause = broken.split(), pause
        self.asked: Counter[str] = Counter()
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.first_may_answer = threading.Event()
        self.first_may_answer.set()

    def ask(self, station: str) -> float:
        """The reading of a station, which is the number of its letters."""
        with self.lock:
            self.asked[station] += 1
            self.now += 1
            self.most = max(self.most, self.now)
        with suppress(threading.BrokenBarrierError):
            self.enough.wait(timeout=2)
        if self.pause:
            threading.Event().wait(self.pause)  # whoever asks too many at a time does it now
        if station == STATIONS[0]:
            self.first_may_answer.wait(timeout=2)
        with self.lock:
            self.now -= 1
        if sum(self.asked.values()) == len(STATIONS):
            self.first_may_answer.set()
        if station in self.broken:
            raise OSError(f"{station} is silent")
        return float(len(station))


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def answers(radio: Radio, workers: int) -> tuple[dict[str, float], dict[str, OSError]]:
    """What `ask_all` returns for all stations."""
    before = threading.active_count()
    raised = ""
    told: object = None
    try:
        told = ask_all(STATIONS, radio.ask, workers)
    except Exception as error:
        raised = repr(error)
    expect(not raised, f"ask_all raised {raised}")
    expect(isinstance(told, tuple) and len(told) == 2, "ask_all does not return two dictionaries")
    left = threading.active_count() - before
    expect(left <= 0, f"ask_all has returned, and {left} of its threads have not ended")
    for station in STATIONS:
        times = radio.asked[station]
        expect(times <= 1, f"ask_all asked {station} {times} times")
    assert isinstance(told, tuple)
    return told


def expect_all(radio: Radio, readings: dict[str, float], errors: dict[str, OSError]) -> None:
    """Compare what `ask_all` returned with what the radio answered."""
    for station in STATIONS:
        if station in radio.broken:
            expect(isinstance(errors.get(station), OSError), f"ask_all: the error of {station} is lost")
            expect(station not in readings, f"ask_all: {station} has failed, and there is a reading of it")
        else:
            expect(readings.get(station) == len(station), f"ask_all: the reading of {station} is lost or wrong")
            expect(station not in errors, f"ask_all: {station} has answered, and is among the errors")
    for name, order in {"readings": list(readings), "errors": list(errors)}.items():
        right = [station for station in STATIONS if station in order]
        expect(order == right, f"ask_all: the {name} are in the order {order}, not {right}")


def test_every_station_answers() -> None:
    for workers in (1, 3):
        radio = Radio()
        expect_all(radio, *answers(radio, workers))


def test_some_stations_fail() -> None:
    radio = Radio(broken="summit valley glacier")
    expect_all(radio, *answers(radio, workers=2))


def test_as_many_at_a_time_as_there_are_workers() -> None:
    radio = Radio(at_once=3)
    told = answers(radio, workers=3)
    expect(not radio.enough.broken, f"ask_all with 3 workers never asked more than {radio.most} station at a time")
    expect_all(radio, *told)


def test_never_more_than_there_are_workers() -> None:
    radio = Radio(pause=0.1)
    told = answers(radio, workers=2)
    expect(radio.most <= 2, f"ask_all with 2 workers asked {radio.most} stations at a time")
    expect_all(radio, *told)


def test_the_first_station_answers_last() -> None:
    radio = Radio(broken="valley island")
    radio.first_may_answer.clear()
    expect_all(radio, *answers(radio, workers=2))


def test_a_mistake_is_not_hidden() -> None:
    def ask(station: str) -> float:
        raise TypeError(f"a mistake, not a failure of {station}")

    raised = False
    try:
        ask_all(STATIONS[:2], ask, 2)
    except TypeError:
        raised = True
    expect(raised, "ask has a mistake and raises TypeError; ask_all must raise it, too")
