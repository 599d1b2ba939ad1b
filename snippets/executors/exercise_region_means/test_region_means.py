"""The check of `region_means`: plain `pytest` in this folder runs it.

It leaves nothing to luck: stations are held back until as many are asked as there are workers, and a program that waits
for itself is found out and told where it waits.
"""

import concurrent.futures.thread
import linecache
import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from region_means import means

NORTH_AND_SOUTH = {"north": ["pole", "fjord", "ice", "aurora"], "south": ["reef"]}
ONE_REGION = {"coast": ["harbour", "pier", "bay", "lighthouse"]}
EIGHT_REGIONS = {f"valley {number}": [f"station {number}"] for number in range(8)}
FOUR_REGIONS = {"hills": ["summit"], "plain": ["airport"], "sea": ["island"], "lake": ["shore"]}


class Radio:
    """Answers for the stations, and notes how many are asked at a time."""

    def __init__(self, at_once: int = 1, pause: float = 0.0, broken: str = "") -> None:
        self.enough = threading.Barrier(at_once)
        self.pause, self.broken = pause, broken
        self.asked: Counter[str] = Counter()
        self.now = self.most = 0
        self.lock = threading.Lock()

    def ask(self, station: str) -> float:
        """The temperature of a station, which is the number of its letters."""
        with self.lock:
            self.asked[station] += 1
            self.now += 1
            self.most = max(self.most, self.now)
        if self.enough.parties > 1:
            with suppress(threading.BrokenBarrierError):
                self.enough.wait(timeout=2)
        if self.pause:
            threading.Event().wait(self.pause)  # whoever asks too many at a time does it now
        with self.lock:
            self.now -= 1
        if station == self.broken:
            raise OSError(f"{station} is silent")
        return float(len(station))


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def expect_end(thread: threading.Thread, told: str) -> None:
    """Fail, and say where the answer waits, unless the thread has ended."""
    if not thread.is_alive():
        return
    frames = [traceback.walk_stack(frame) for frame in sys._current_frames().values()]
    places = [(frame.f_code, line) for stack in frames for frame, line in stack]
    mine = [
        f"line {line}: {linecache.getline(code.co_filename, line).strip()}"
        for code, line in places
        if Path(code.co_filename).name == "region_means.py" and "result" in linecache.getline(code.co_filename, line)
    ]
    getattr(concurrent.futures.thread, "_threads_queues", {}).clear()  # so that Python does not wait for it either
    expect(False, f"{told}\n  a worker waits at {mine[0]}" if mine else told)


def asked(regions: dict[str, list[str]], radio: Radio, workers: int) -> object:
    """What `means` returns, or the exception that it raises; it has to come to an end, and so have its threads."""
    told: list[object] = []

    def call() -> None:
        try:
            told.append(means(regions, radio.ask, workers))
        except Exception as error:
            told.append(error)

    before = threading.active_count()
    thread = threading.Thread(target=call, daemon=True)  # and with it all threads that it starts
    thread.start()
    thread.join(timeout=4)
    stations = sum(map(len, regions.values()))
    expect_end(thread, f"means(workers={workers}) asked {len(radio.asked)} of {stations} stations, and waits forever")
    left = threading.active_count() - before
    expect(left <= 0, f"means has come back, and {left} of its threads have not ended")
    return told[0]


def expect_means(regions: dict[str, list[str]], radio: Radio, workers: int) -> None:
    """Ask, and compare."""
    told = asked(regions, radio, workers)
    expect(not isinstance(told, Exception), f"means raised {told!r}")
    for stations in regions.values():
        for station in stations:
            times = radio.asked[station]
            expect(times == 1, f"means asked {station} {times} times")
    names = " and ".join(regions)
    right = {region: sum(map(len, stations)) / len(stations) for region, stations in regions.items()}
    expect(isinstance(told, dict), f"means of {names} did not return a dictionary")
    assert isinstance(told, dict)
    expect(told == right, f"means of {names} returned {told}, not {right}")
    expect(list(told) == list(right), f"means of {names} returned them in the order {list(told)}")


def test_one_worker() -> None:
    expect_means(NORTH_AND_SOUTH, Radio(), workers=1)


def test_as_many_regions_as_workers() -> None:
    expect_means(FOUR_REGIONS, Radio(), workers=4)


@pytest.mark.parametrize("regions", [ONE_REGION, FOUR_REGIONS])
def test_stations_of_one_region_and_of_several_at_the_same_time(regions: dict[str, list[str]]) -> None:
    radio = Radio(at_once=2)
    expect_means(regions, radio, workers=3)
    told = f"means with 3 workers had 4 stations to ask, and never asked more than {radio.most} at a time"
    expect(not radio.enough.broken, told)
    radio = Radio(at_once=4)
    expect_means(regions, radio, workers=4)
    told = f"means with 4 workers had 4 stations to ask, and never asked more than {radio.most} at a time"
    expect(not radio.enough.broken, told)


@pytest.mark.parametrize("regions", [NORTH_AND_SOUTH, EIGHT_REGIONS])  # many at once in a region, and one after another
def test_never_more_than_there_are_workers(regions: dict[str, list[str]]) -> None:
    radio = Radio(pause=0.3)
    expect_means(regions, radio, workers=2)
    expect(radio.most <= 2, f"means with 2 workers asked {radio.most} stations at a time")


def test_a_station_that_fails() -> None:
    told = asked(NORTH_AND_SOUTH, Radio(broken="fjord"), workers=2)
    expect(isinstance(told, OSError), f"ask raised an OSError, and means {told if told else 'nothing'}")
