"""The check of `ask_all`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that an hour takes no
time, and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import queue
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("ask_all.py")
STATIONS = ["summit", "harbour", "airport", "valley", "island", "glacier", "bay"]
READINGS = {"summit": -7.5, "harbour": 0.0, "airport": 4.0, "valley": 4.0, "island": 12.25, "glacier": -7.5, "bay": 0.5}
BUOYS = [f"buoy {number}" for number in range(24)]  # so many that a pool would hand them out in chunks
READINGS |= {buoy: float(number) for number, buoy in enumerate(BUOYS)}
HOUR = 3600.0  # seconds that a slow station takes
MOMENTS = 1e-3  # seconds that looks at pipes take together
MISTAKES = [TypeError("a mistake"), KeyError("summit"), IndexError("a mistake"), queue.Empty()]


class Radio:
    """Answers for the stations, and notes who is asked."""

    def __init__(self, world: World, delays: Sequence[float], errors: dict[str, Exception]) -> None:
        self.world, self.delays, self.errors = world, delays, errors
        self.asked: list[str] = []
        self.now = self.most = 0
        self.last = world.clock  # when it answered last

    def ask(self, station: str) -> float:
        """The reading of a station, after a while."""
        me = self.world.me()
        main = me is None or me.index == 0
        expect(self.world, not main, "it called ask() in the main thread, not in a thread of its own")
        self.asked.append(station)
        times = self.asked.count(station)
        expect(self.world, times == 1, f"it asked {station} {times} times")
        self.now += 1
        self.most = max(self.most, self.now)
        self.world.sleep(self.delays[(len(self.asked) - 1) % len(self.delays)])
        self.now -= 1
        self.last = self.world.clock
        if station in self.errors:
            raise self.errors[station]
        return READINGS[station]


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


def another(error: Exception, right: Exception) -> str:
    """What to say of an exception that only looks like the right one."""
    return ", which is another object" if repr(error) == repr(right) else ""


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


def called(stations: Sequence[str], workers: int) -> str:
    """The call, in few words."""
    return f"ask_all() of {len(stations)} stations with {workers} worker{'s' * (workers != 1)}"


def judge(
    stations: list[str],
    workers: int,
    delays: Sequence[float] = (1,),
    errors: dict[str, Exception] | None = None,
    deep: bool = False,
    begin: Callable[[World], object] = lambda _: None,
) -> None:
    """Let `ask_all` ask them; look at what it returns, and at whom it asked when."""
    failures = errors or {}

    def scenario(world: World, module: Any) -> None:
        world.doing = called(stations, workers)
        refuse_processes(world)
        begin(world)
        earlier: Any = ({}, {})
        for _ in range(1 if deep else 2):
            radio, given = Radio(world, delays, failures), list(stations)
            before = world.clock
            told = module.ask_all(given, radio.ask, workers)
            looked_at(world, radio, told)
            in_time(world, radio.last - before, len(radio.asked))
            again = any(one is other for one, other in zip(earlier, told, strict=True))
            expect(world, not again, "it was called twice, and returned the same dictionary twice")
            earlier = told
            expect(world, given == stations, f"it made {given} of the list of stations, which is the caller's")

    def in_time(world: World, seconds: float, asked: int) -> None:
        best = least(delays, asked, workers)
        lazy = f"the last answer came after {seconds:g} s, and {workers} workers who are never idle need {best:g} s"
        lazy += ": some had nothing to do, though there were stations that nobody had asked yet"
        expect(world, seconds <= best + asked / 2 + MOMENTS, lazy)

    def looked_at(world: World, radio: Radio, told: Any) -> None:
        expect(world, not world.running, f"it has returned, and not all of its threads have ended{pooled(world)}")
        died = "it has returned, and one of its threads has died of an exception, which Python prints"
        expect(world, not world.failures, died)
        missing = [station for station in stations if station not in radio.asked]
        expect(world, not missing, f"it never asked {' and '.join(missing)}")
        expect(world, radio.most <= workers, f"it asked {radio.most} stations at the same time")
        together = min(workers, len(stations))
        few = f"it never asked more than {radio.most} at the same time, and {together} could be asked"
        expect(world, radio.most == together or {*delays} != {1}, few)
        two = isinstance(told, tuple) and len(told) == 2 and all(isinstance(one, dict) for one in told)
        expect(world, two, f"it returned {told!r}, not two dictionaries")
        for station in stations:
            compared(world, station, *told)
        extra = [name for one in told for name in one if name not in stations]
        expect(world, not extra, f"it returned something for {extra}, which is no station")
        for what, one in zip(("readings", "errors"), told, strict=True):
            right = [station for station in stations if station in one]
            expect(world, [*one] == right, f"the {what} are in the order {[*one]}, not {right}")

    def compared(world: World, station: str, readings: dict[str, object], errors: dict[str, object]) -> None:
        if error := failures.get(station):
            expect(world, station not in readings, f"{station} has failed, and there is a reading of it")
            expect(world, station in errors, f"the error of {station} is lost")
            told = f"ask({station!r}) raised {error!r}, and its error is said to be {errors.get(station)!r}"
            told += ", which is another object" if repr(error) == repr(errors.get(station)) else ""
            expect(world, errors.get(station) is error, told)
        else:
            expect(world, station not in errors, f"{station} has answered, and is among the errors")
            expect(world, station in readings, f"the reading of {station} is lost")
            told = f"the reading of {station} is {READINGS[station]}, not {readings.get(station)!r}"
            expect(world, readings.get(station) == READINGS[station], told)

    play(ANSWER, scenario, called(stations, workers), deep=deep)


@pytest.mark.parametrize("workers", [1, 2, 3, 7, 12])
def test_every_station_answers(workers: int) -> None:
    judge(STATIONS, workers)


def test_threads_have_ended_whoever_is_first() -> None:
    judge(STATIONS[:3], 1, begin=last_first)


@pytest.mark.parametrize("stations", [[], ["bay"], ["valley", "airport"]])
def test_few_stations(stations: list[str]) -> None:
    judge(stations, 3)


def failures() -> dict[str, Exception]:
    """Errors of some stations: of the same words, of none, and of kinds of their own."""
    silent = {name: OSError("silent") for name in ("summit", "valley")}
    return {**silent, "glacier": TimeoutError(), "bay": ConnectionResetError("cut off")}


@pytest.mark.parametrize("workers", [1, 2, 9])
def test_some_stations_fail(workers: int) -> None:
    judge(STATIONS, workers, errors=failures())


def test_all_stations_fail() -> None:
    judge(STATIONS[:3], 2, errors={name: OSError("no power") for name in STATIONS[:3]})


@pytest.mark.parametrize("delays", [(9, 1, 5, 2), (1, 2, 3, 4, 5, 6, 7), (7, 6, 5, 4, 3, 2, 1), (HOUR, 1)])
@pytest.mark.parametrize("workers", [3, 7])
def test_whoever_answers_first(delays: Sequence[float], workers: int) -> None:
    judge(STATIONS, workers, delays, failures())


def test_nobody_gets_several_stations_at_once() -> None:
    judge(BUOYS, 2, (HOUR, *[1] * 21, HOUR, HOUR))


@pytest.mark.parametrize("mistake", MISTAKES, ids=repr)
@pytest.mark.parametrize("at", [0, 2])
def test_a_mistake_is_not_hidden(mistake: Exception, at: int) -> None:
    stations = STATIONS[:3]

    def scenario(world: World, module: Any) -> None:
        world.doing = called(stations, 2)
        radio = Radio(world, (1, 3, 2), {stations[at]: mistake, "harbour": OSError("silent")})
        try:
            told = f"it returned {module.ask_all(list(stations), radio.ask, 2)!r}"
        except Exception as error:
            told = f"it raised {error!r}{another(error, mistake)}" if error is not mistake else ""
        left, pool = len(world.running), pooled(world)
        expect(world, not told, f"ask has a mistake and raises {mistake!r}; {told}. It must raise this mistake, too")
        expect(world, not left, f"it raised the mistake of ask(), and {left} of its threads had not ended{pool}")

    play(ANSWER, scenario, called(stations, 2), deep=False)


@pytest.mark.parametrize("delays", [(2, 1, 3), (0,)], ids=["stations take a while", "stations answer at once"])
def test_threads_are_held_anywhere(delays: Sequence[float]) -> None:
    judge(STATIONS[:3], 2, delays, {"harbour": OSError("silent")}, deep=True)
