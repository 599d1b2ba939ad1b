"""The check of `roll_call`: plain `pytest` in this folder runs it.

It leaves nothing to luck: `turns.py` lets the threads take turns, lets the last on the list be done first or the first,
and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("roll_call.py")
CROWD = [f"guest {n}" for n in range(50, 0, -1)]
HOURS = 20_000.0  # seconds that an answer may take


class Roll:
    """What happens in one call of `roll_call`."""

    def __init__(self, world: World, names: Sequence[str], delays: Sequence[float], same: bool) -> None:
        self.world, self.names, self.delays, self.same = world, names, delays, same
        self.here: list[str] = []
        self.gave: list[tuple[str, str]] = []
        self.alone = 0

    def answer(self) -> str:
        """Answer when everybody is there, and after a while."""
        me = self.world.me()
        main = me is None or me.index == 0
        expect(self.world, not main, f"{called(self.names)} called answer() in the main thread")
        name = me.thread.name if me else ""
        self.here.append(name)
        number = len(self.here)
        if self.world.actors[1:] and not self.world.wait(lambda: len(self.here) >= len(self.names), 1e-6):
            self.alone += 1
        self.world.sleep(self.delays[(number - 1) % len(self.delays)])
        word = "here" if self.same else f"{name} is here, and has seat {number}"
        self.gave.append((name, word))
        return word


def judge(names: Sequence[str], delays: Sequence[float] = (0,), same: bool = False, deep: bool = False) -> None:
    """Let `roll_call` call the names; look at what it returns, and at what its threads did."""
    call, n = called(names), len(names)

    def scenario(world: World, module: Any) -> None:
        earlier = look(world, module)
        again = look(world, module)
        expect(world, earlier is not again, f"{call}, called twice, returned the same list twice")

    def look(world: World, module: Any) -> Any:
        world.doing, before = call, len(world.actors)
        roll, given = Roll(world, names, delays, same), copy.copy(names)
        world.main_waited_at = None
        answers = module.roll_call(given, roll.answer)
        made, running = len(world.actors) - before, len(world.running)
        failed = f"\n{world.failures[0]}" if world.failures else ""
        expect(world, made == n, f"{call} started {made} threads for {n} names{failed}")
        expect(world, running == 0, f"{call} returned, and did not wait for {running} of its {n} threads{failed}")
        early = world.main_waited_at
        there = (early or 0) - before + 1
        told = f"{call} waited for a thread when {there} of {n} were started, in\n{world.main_waits_in}"
        expect(world, early is None or there == n, told)
        told = f"{call}: answer() was called by threads with the names {few(roll.here)}{failed}"
        expect(world, sorted(roll.here) == sorted(names), told)
        told = (
            f"{call}: {roll.alone} of {n} threads did not meet the others in answer(), though all run at the same time"
        )
        expect(world, roll.alone == 0, told)
        expect(world, isinstance(answers, list), f"{call} returned {answers!r}, which is not a list")
        expect(world, len(answers) == n, f"{call} returned {len(answers)} answers for {n} names{failed}")
        right = sorted(answers, key=str) == sorted(word for _, word in roll.gave)
        told = f"{call} returned {few(answers)}; the answers were {few([word for _, word in roll.gave])}"
        expect(world, right, told)
        by_name = [(name, word) for name, word in zip(names, answers, strict=True)]
        told = f"{call} returned {few(answers)}, which is not the order of the names"
        expect(world, sorted(by_name) == sorted(roll.gave), told)
        expect(world, given == names, f"{call} changed the list of names that it was given")
        return answers if n else object()

    play(ANSWER, scenario, call, deep=deep)


def called(names: Sequence[str]) -> str:
    """The call, in few words."""
    return f"roll_call({names!r})" if len(names) < 5 else f"roll_call() of {len(names)} names"


def few(words: Sequence[str]) -> str:
    """Some of the words."""
    return f"{list(words[:4])}" + (" and so on" if len(words) > 4 else "")


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        world.wrong(told)


@pytest.mark.parametrize("names", [["Ada"], [], ["Cleo", "Ada", "Ben"], ("Cleo", "Ada", "Ben"), ["Ben B."], CROWD])
def test_names(names: Sequence[str]) -> None:
    judge(names)


@pytest.mark.parametrize("delays", [(3, 2, 1), (1, 2, 3), (2, 3, 1), (2, 1, 3)])
def test_in_the_order_of_the_names_whoever_is_done_first(delays: Sequence[float]) -> None:
    judge(["Cleo", "Ada", "Ben"], delays)


@pytest.mark.parametrize("names", [["Ada", "Ben", "Ada"], ["Ada", "Ada"]])
def test_equal_names(names: Sequence[str]) -> None:
    judge(names, (9, 5, 7))


def test_equal_answers() -> None:
    judge(["Cleo", "Ada", "Ben"], same=True)


def test_a_slow_answer_is_waited_for() -> None:
    judge(["Cleo", "Ada", "Ben"], (1, HOURS, 2))


def test_threads_are_held_anywhere() -> None:
    judge(["Cleo", "Ada", "Ben"], (3, 2, 1), deep=True)
