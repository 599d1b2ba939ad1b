"""The check of `sum_slices`: plain `pytest` in this folder runs it.

It leaves nothing to luck: `turns.py` lets the threads take turns, holds each of them at every place where an operating
system may do so, and sees who adds which number.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("sum_slices.py")
HOURS = 20_000.0  # seconds that an addition may take
SAME = [5] * 24
MIXED = [7, -7, 7, 0, 3, 3, -3, 12, 5, 5, 5, 5, 1, 2, 4, 8, -30, 7]


class Watch:
    """Who adds, in one call of `sum_slices`."""

    world: World
    takes = 0.0
    meet = 0
    added: dict[int, int]  # by the place of the thread


class Number(int):
    """A number that sees when it is added to something."""

    def __add__(self, other: int) -> int:
        note()
        return int(self) + int(other)

    __radd__ = __add__


def note() -> None:
    """Somebody adds: with the first number of a thread, it meets the others; a lock may keep them away."""
    world, me = Watch.world, Watch.world.me()
    if me is None:
        return
    first = me.index not in Watch.added
    Watch.added[me.index] = Watch.added.get(me.index, 0) + 1
    if first and me.index:
        if Watch.takes:
            world.sleep(Watch.takes / me.index)
        if Watch.meet:
            world.let_others()


def judge(numbers: Sequence[int], n: int, takes: float = 0, meet: bool = False, deep: bool = False) -> None:
    """Let `sum_slices` add up the numbers; look at what it returns, and at what its threads did."""
    call = f"sum_slices({shown(numbers)}, {n})"

    def scenario(world: World, module: Any) -> None:
        Watch.world, Watch.takes, Watch.meet, Watch.added = world, takes, meet, {}
        mine = type(numbers)(Number(number) for number in numbers)  # type: ignore[call-arg]
        world.doing = call
        total = module.sum_slices(mine, n)
        made, running, failed = len(world.actors) - 1, len(world.running), ""
        if world.failures:
            failed = f"\n{world.failures[0]}"
        late = not world.eager and not world.order
        expect(world, not late or made == n, f"{call} started {made} threads, not {n}{failed}")
        by_main = Watch.added.get(0, 0)
        expect(
            world,
            by_main <= n,
            f"{call} added {by_main} times in the main thread, which should only add what the threads found",
        )
        expect(world, running == 0, f"{call} returned, and did not wait for {running} of its {made} threads{failed}")
        early = world.main_waited_at
        told = f"{call} waited for a thread when {early} of {n} were started, in\n{world.main_waits_in}"
        expect(world, not late or early in (None, n), told)
        each = [place for place in range(1, n + 1) if place not in Watch.added]
        told = f"{call}: {len(each)} of {n} threads added nothing, where each has {len(numbers) // n} numbers to add"
        expect(world, not (late and meet and each), told)
        expect(world, total == sum(numbers), f"{call} returned {total!r}; the sum is {sum(numbers)}{failed}")
        is_unchanged = type(mine) is type(numbers) and [int(number) for number in mine] == list(numbers)
        expect(world, is_unchanged, f"{call} changed the numbers that it was given")
        total = module.sum_slices(mine, n)
        expect(world, total == sum(numbers), f"{call}, called again, returned {total!r}; the sum is {sum(numbers)}")

    play(ANSWER, scenario, call, deep=deep)


def shown(numbers: Sequence[int]) -> str:
    """The numbers, in few words."""
    kind = "tuple of " if isinstance(numbers, tuple) else ""
    return f"{numbers}" if len(numbers) < 4 else f"{kind}{len(numbers)} numbers"


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        world.wrong(told)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 12])
def test_every_thread_adds(n: int) -> None:
    judge(SAME, n, meet=True)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 7, 17, 18, 19, 40])
def test_every_number_counts_once(n: int) -> None:
    judge(MIXED, n)


@pytest.mark.parametrize("numbers", [[], [9], [-4], (3, 3, 3), tuple(accumulate(SAME))])
def test_few_numbers(numbers: Sequence[int]) -> None:
    judge(numbers, 3)


def test_a_slow_sum_is_waited_for() -> None:
    judge(SAME, 3, takes=HOURS)


def test_threads_are_held_anywhere() -> None:
    judge([5, 5, 5, 5], 2, deep=True)


def test_three_threads_are_held_anywhere() -> None:
    judge([2, 2, 2], 3, deep=True)
