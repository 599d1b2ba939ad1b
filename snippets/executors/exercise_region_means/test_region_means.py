"""The check of `region_means`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that a program that
waits for itself is found out at once, and told where it waits.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

from collections.abc import Callable, Sequence
from math import isclose
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("region_means.py")
Regions = dict[str, list[str]]
NORTH_AND_SOUTH = {"south": ["reef"], "north": ["pole", "fjord", "ice", "aurora"]}
ONE_REGION = {"coast": ["harbour", "pier", "bay", "lighthouse"]}
FOUR_REGIONS = {"sea": ["island"], "hills": ["summit"], "plain": ["airport"], "lake": ["shore"]}
EIGHT_REGIONS = {f"valley {number}": [f"station {number}"] for number in range(8, 0, -1)}
FORTY_REGIONS = {f"isle {number}": [f"hut {number}"] for number in range(40)}  # more than workers of any executor
MIXED = {"west": ["cape", "dune", "quay", "harbor"], "east": ["fen"], "middle": ["mill", "hill"]}
ALL = [NORTH_AND_SOUTH, ONE_REGION, FOUR_REGIONS, EIGHT_REGIONS, MIXED]
HOUR = 3600.0  # seconds that a slow station takes
MOMENTS = 1e-3  # seconds that looks at pipes take together
COLD = {"reef": 0.0, "ice": -12.0, "fjord": -2.0, "hill": -1.0, "mill": 1.0, "bay": 0.0}
MISTAKES = [OSError("silent"), KeyError("fjord"), TimeoutError("silent")]


class Radio:
    """Answers for the stations, and notes how many are asked at a time."""

    def __init__(self, world: World, delays: Sequence[float], broken: dict[str, Exception]) -> None:
        self.world, self.delays, self.broken = world, delays, broken
        self.asked: list[str] = []
        self.now = self.most = 0

    def ask(self, station: str) -> float:
        """The temperature of a station, after a while."""
        me = self.world.me()
        main = me is None or me.index == 0
        expect(self.world, not main, "it called ask() in the main thread, not in one of the workers")
        self.asked.append(station)
        times = self.asked.count(station)
        expect(self.world, times == 1, f"it asked {station} {times} times")
        self.now += 1
        self.most = max(self.most, self.now)
        self.world.sleep(self.delays[(len(self.asked) - 1) % len(self.delays)])
        self.now -= 1
        if station in self.broken:
            raise self.broken[station]
        return temperature(station)


def temperature(station: str) -> float:
    """The temperature of a station: of some the number of its letters, others are cold."""
    return COLD.get(station, float(len(station)))


def least(delays: Sequence[float], asked: int, workers: int) -> float:
    """How long it takes if whoever has an answer asks the next station at once."""
    free = [0.0] * workers
    for number in range(asked):
        free[0] += delays[number % len(delays)]
        free.sort()
    return free[-1]


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"{world.doing}: {told}{failed}")


def last_first(world: World) -> None:
    """Let the caller go on as soon as it can, then who began last: so no thread has ended in time by luck."""
    usual = world.chosen

    def chosen() -> Any:
        able = [one for one in world.actors if one.can_go_on() and not one.held]
        return able[0 if able[0].index == 0 else -1] if able else usual()

    vars(world).update(chosen=chosen)


def pooled(world: World) -> str:
    """What to say, too, of threads that have not ended and are workers of a `ThreadPool`."""
    is_pool = any(type(one.thread).__module__ == "multiprocessing.dummy" for one in world.running)
    return "\nThey are workers of a ThreadPool, for which `with` does not wait; after close(), join() does." * is_pool


def refuse_processes(world: World) -> None:
    """Tell whoever starts a process."""

    def start(_: object) -> None:
        expect(world, False, f"it starts a process, and the task asks for threads\n{world.line()}")

    type.__setattr__(BaseProcess, "start", start)


def called(regions: Regions, workers: int) -> str:
    """The call, in few words."""
    names = " and ".join(regions) if len(regions) < 3 else f"{len(regions)} regions"
    return f"means() of {names or 'no region'} with {workers} worker{'s' * (workers != 1)}"


def judge(
    regions: Regions,
    workers: int,
    delays: Sequence[float] = (1,),
    deep: bool = False,
    begin: Callable[[World], object] = lambda _: None,
) -> None:
    """Let `means` ask; look at what it returns, and at how many it asked at a time."""
    right = {name: sum(map(temperature, stations)) / len(stations) for name, stations in regions.items()}
    stations = [station for those in regions.values() for station in those]

    def scenario(world: World, module: Any) -> None:
        world.doing = called(regions, workers)
        refuse_processes(world)
        begin(world)
        earlier: Any = None
        for _ in range(1 if deep else 2):
            given = {name: list(those) for name, those in regions.items()}
            radio = Radio(world, delays, {})
            before = world.clock
            told = module.means(given, radio.ask, workers)
            looked_at(world, radio, told)
            in_time(world, world.clock - before, len(radio.asked))
            expect(world, told is not earlier, "it was called twice, and returned the same dictionary twice")
            earlier = told
            expect(world, given == regions, "it changed the regions that it was given, which are the caller's")

    def in_time(world: World, seconds: float, asked: int) -> None:
        best = least(delays, asked, workers)
        lazy = f"it took {seconds:g} s, and {workers} workers who are never idle need {best:g} s"
        lazy += ": some had nothing to do, though there were stations that nobody had asked yet"
        expect(world, seconds <= best + asked / 2 + MOMENTS, lazy)

    def looked_at(world: World, radio: Radio, told: Any) -> None:
        together = min(workers, len(stations))
        expect(world, not world.running, f"it has returned, and not all of its threads have ended{pooled(world)}")
        died = "it has returned, and one of its threads has died of an exception, which Python prints"
        expect(world, not world.failures, died)
        missing = [station for station in stations if station not in radio.asked]
        expect(world, not missing, f"it never asked {' and '.join(missing)}")
        expect(world, radio.most <= workers, f"it asked {radio.most} stations at the same time")
        few = f"it never asked more than {radio.most} at the same time, and {together} could be asked"
        expect(world, radio.most == together or {*delays} != {1}, few)
        expect(world, isinstance(told, dict), f"it returned {told!r}, which is no dictionary")
        expect(world, [*told] == [*right], f"it returned the regions {[*told]}, not {[*right]} in this order")
        for name, mean in right.items():
            got = told[name]
            is_right = isinstance(got, int | float) and isclose(got, mean, abs_tol=1e-9)
            expect(world, is_right, f"the mean of {name} is {mean}, and it returned {got!r}")

    play(ANSWER, scenario, called(regions, workers), deep=deep)


@pytest.mark.parametrize("regions", [NORTH_AND_SOUTH, {}])
def test_one_worker(regions: Regions) -> None:
    judge(regions, 1)


def test_threads_have_ended_whoever_is_first() -> None:
    judge({"west": ["cape"], "east": ["fen", "mill"]}, 1, begin=last_first)


@pytest.mark.parametrize("regions", ALL, ids=len)
@pytest.mark.parametrize("workers", [2, 4])
def test_as_many_at_a_time_as_there_are_workers_and_never_more(regions: Regions, workers: int) -> None:
    judge(regions, workers)


@pytest.mark.parametrize("regions", [NORTH_AND_SOUTH, FOUR_REGIONS, FORTY_REGIONS], ids=len)
@pytest.mark.parametrize("workers", [5, 40])
def test_many_workers(regions: Regions, workers: int) -> None:
    judge(regions, workers)


@pytest.mark.parametrize("delays", [(9, 1, 5, 2), (1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1), (HOUR, 1)])
@pytest.mark.parametrize("workers", [1, 3])
def test_whoever_answers_first(delays: Sequence[float], workers: int) -> None:
    judge(MIXED, workers, delays)


def test_nobody_gets_several_stations_at_once() -> None:
    judge(FORTY_REGIONS, 4, (HOUR, *[1] * 37, HOUR, HOUR))


@pytest.mark.parametrize("mistake", MISTAKES, ids=repr)
@pytest.mark.parametrize("workers", [1, 8])
def test_a_station_that_fails(mistake: Exception, workers: int) -> None:
    def scenario(world: World, module: Any) -> None:
        world.doing = called(NORTH_AND_SOUTH, workers)
        radio = Radio(world, (2, 1), {"fjord": mistake})
        try:
            told = f"it returned {module.means(dict(NORTH_AND_SOUTH), radio.ask, workers)!r}"
        except Exception as error:
            same = ", which is another object" if repr(error) == repr(mistake) else ""
            told = f"it raised {error!r}{same}" if error is not mistake else ""
        left, pool = len(world.running), pooled(world)
        expect(world, not told, f"ask('fjord') raised {mistake!r}; {told}. It must raise this very exception, too")
        unended = f"{left} of its threads had not ended{pool}"
        expect(world, not left, f"it raised the exception of ask('fjord'), and {unended}")

    play(ANSWER, scenario, called(NORTH_AND_SOUTH, workers), deep=False)


@pytest.mark.parametrize("delays", [(2, 1, 3), (0,)], ids=["stations take a while", "stations answer at once"])
def test_threads_are_held_anywhere(delays: Sequence[float]) -> None:
    judge({"west": ["cape"], "east": ["fen", "mill"]}, 2, delays, deep=True)
