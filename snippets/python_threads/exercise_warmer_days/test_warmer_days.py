"""The check of `warmer_days`: plain `pytest` in this folder runs it.

It leaves nothing to luck: `turns.py` lets the threads take turns, holds each of them at every place where an operating
system may do so, and the temperatures see who compares them.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("warmer_days.py")
HOURS = 20_000.0  # seconds that a comparison may take
MONTH = [3, 5, 5, 4, 6, 7, 7, 2, -1, 0, 0, -4, -4, -3, 8, 8, 9, 1, 1, 1, 2, 0, 5, 5]
RISING, FALLING = list(range(-3, 9)), list(range(9, -3, -1))
STEPS = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]  # it gets warmer where pieces begin, and nowhere else


class Watch:
    """Who compares what, in one call of `warmer_days`."""

    world: World
    takes = 0.0
    meet = False
    compared: list[tuple[int, int, int]]  # which thread, which day, with which day
    by_main = False  # whether the main thread has looked which difference is above 0
    waited = ""  # where a thread was that had compared nothing, when another one had


class Temperature(int):
    """A number that knows its day, and sees with which other it is compared."""

    day = 0

    def __gt__(self, other: int) -> bool:
        return noted(self, other, int(self) > int(other))

    def __lt__(self, other: int) -> bool:
        return noted(self, other, int(self) < int(other))

    def __ge__(self, other: int) -> bool:
        return noted(self, other, int(self) >= int(other))

    def __le__(self, other: int) -> bool:
        return noted(self, other, int(self) <= int(other))

    def __sub__(self, other: int) -> int:
        noted(self, other, True)
        return Difference(int(self) - int(other))


class Difference(int):
    """What is between two temperatures. To see whether it is above 0 is to compare them."""

    def __gt__(self, other: int) -> bool:
        return seen(int(self) > int(other))

    def __lt__(self, other: int) -> bool:
        return seen(int(self) < int(other))

    def __ge__(self, other: int) -> bool:
        return seen(int(self) >= int(other))

    def __le__(self, other: int) -> bool:
        return seen(int(self) <= int(other))


def seen(result: bool) -> bool:
    """Somebody has seen that: not the main thread, it is hoped."""
    me = Watch.world.me()
    Watch.by_main = Watch.by_main or (me is not None and me.index == 0)
    return result


def noted(one: Temperature, other: int, result: bool) -> bool:
    """Two are compared: when a thread does so for the first time, it meets the others."""
    world, me = Watch.world, Watch.world.me()
    if me is None or not isinstance(other, Temperature):
        return result
    first = all(index != me.index for index, _, _ in Watch.compared)
    days = sorted([one.day, other.day])
    Watch.compared.append((me.index, days[1], days[0]))
    if first and me.index:
        if Watch.takes:
            world.sleep(Watch.takes / me.index)
        if Watch.meet:
            world.let_others()
            others = [one for one in world.running if one is not me and not compares(one.index)]
            Watch.waited = Watch.waited or "".join(f"\n{world.line(one)}" for one in others[:1])
    return result


def compares(index: int) -> int:
    """How many days a thread has compared."""
    return sum(one == index for one, _, _ in Watch.compared)


def hold_between_days(world: World) -> None:
    """Hold each thread before each of its steps from its first comparing to its second: so the others can compare."""
    real_step = world.step

    def step(frame: FrameType) -> None:
        real_step(frame)
        me = world.me()
        if me and me.index and compares(me.index) == 1:
            world.let_others()

    vars(world)["step"] = step


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"{world.doing} {told}{failed}")


def judge(temperatures: Sequence[int], n: int, takes: float = 0, meet: bool = False, deep: bool = False) -> None:
    """Let `warmer_days` count; look at what it returns, and at what its threads did."""
    days = len(temperatures)
    right = sum(temperatures[day] > temperatures[day - 1] for day in range(1, days))
    call = f"warmer_days({shown(temperatures)}, {n})"

    def scenario(world: World, module: Any) -> None:
        world.doing = call
        if meet:
            hold_between_days(world)
        for _ in range(1 if deep else 2):
            Watch.world, Watch.takes, Watch.meet, Watch.compared = world, takes, meet, []
            Watch.waited, Watch.by_main = "", False
            mine, before = week(temperatures), len(world.actors)
            world.main_waited_at = None
            given = list(mine)
            total = module.warmer_days(mine, n)
            team(world, len(world.actors) - before, before)
            comparisons(world)
            counted = f"compared all days, and returned {total!r}; there are {right} warmer days"
            expect(world, total == right, counted)
            expect(world, not world.failures, "returned the right number, but a thread came to its end by an exception")
            same = len(mine) == days and all(one is other for one, other in zip(mine, given, strict=True))
            expect(world, same, "changed the temperatures that it was given")

    def team(world: World, made: int, before: int) -> None:
        late, running = not world.eager and not world.order, len(world.running)
        expect(world, not late or made == n, f"started {made} threads, not {n}")
        expect(world, running == 0, f"returned, and did not wait for {running} of its {made} threads")
        there = (world.main_waited_at or 0) - before + 1
        told = f"waited for a thread when {there} of {n} were started, in\n{world.main_waits_in}"
        expect(world, not late or world.main_waited_at is None or there == n, told)

    def comparisons(world: World) -> None:
        by_threads = all(index for index, _, _ in Watch.compared) and not Watch.by_main
        expect(world, by_threads, "compared temperatures in the main thread")
        by: dict[int, set[int]] = {day: set() for day in range(1, days)}
        for index, day, other in Watch.compared:
            told = f"compared day {other} with day {day}, where each day is compared with the day before"
            expect(world, day - other == 1, told)
            by[day].add(index)
        for day, those in by.items():
            expect(world, those != set(), f"returned, and nobody compared day {day} with day {day - 1}")
            told = f"let {len(those)} threads compare day {day} with day {day - 1}; one is enough"
            expect(world, len(those) == 1, told)
        if not world.eager and not world.order:
            pieces(world)

    def pieces(world: World) -> None:
        owned: dict[int, list[int]] = {}
        for index, day, _ in Watch.compared:
            owned.setdefault(index, []).append(day)
        for those in owned.values():
            told = f"gave a thread the days {sorted(those)[:4]}, which do not follow each other"
            expect(world, max(those) - min(those) + 1 == len(those), told)
        if meet:
            expect(world, len(owned) == n, f"has {n} threads, and {n - len(owned)} of them compared nothing")
            sizes = sorted(map(len, owned.values()))
            expect(world, sizes[-1] - sizes[0] <= 2, f"gave one thread {sizes[0]} days and another {sizes[-1]}")
            in_a_row = [index for index, _ in groupby(index for index, _, _ in Watch.compared)]
            told = f"lets no thread compare until another one is done with its piece; it waits, in{Watch.waited}"
            expect(world, n == 1 or len(in_a_row) > n, told)

    play(ANSWER, scenario, call, deep=deep)


def week(temperatures: Sequence[int]) -> Any:
    """The temperatures, each of which knows its day."""
    those = [Temperature(one) for one in temperatures]
    for day, one in enumerate(those):
        one.day = day
    as_given: Any = type(temperatures)
    return as_given(those)


def shown(temperatures: Sequence[int]) -> str:
    """The temperatures, in few words."""
    kind = "tuple of " if isinstance(temperatures, tuple) else ""
    return f"{list(temperatures)}" if len(temperatures) < 5 else f"{kind}{len(temperatures)} days"


@pytest.mark.parametrize("n", [1, 2, 3, 5, 6])
def test_every_thread_has_a_piece(n: int) -> None:
    judge(MONTH, n, meet=True)


@pytest.mark.parametrize("temperatures", [MONTH, RISING, FALLING, STEPS, tuple(STEPS), MONTH[:13]], ids=len)
@pytest.mark.parametrize("n", [2, 3, 5, 7, 13])
def test_every_day_is_compared_with_the_day_before(temperatures: Sequence[int], n: int) -> None:
    judge(temperatures, n)


@pytest.mark.parametrize("temperatures", [[], [9], [-4, -5], [-5, -4], [3, 3], (0, 0, 1)])
@pytest.mark.parametrize("n", [1, 3])
def test_few_days(temperatures: Sequence[int], n: int) -> None:
    judge(temperatures, n)


def test_a_slow_piece_is_waited_for() -> None:
    judge(MONTH, 3, takes=HOURS)


def test_threads_are_held_anywhere() -> None:
    judge([1, 2, 3, 4], 2, deep=True)


def test_three_threads_are_held_anywhere() -> None:
    judge([1, 2, 3], 3, deep=True)
