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

    def __init__(self, world: World, names: Sequence[str], delays: Sequence[float], word: str | None) -> None:
        self.world, self.names, self.delays, self.word = world, names, delays, word
        self.here: list[str] = []
        self.gave: list[tuple[str, str]] = []
        self.alone = 0

    def answer(self, *given: object) -> str:
        """Answer when everybody is there, and after a while; or at once, if there are no delays.

        Then who is done first may be gone before the next begins, or may be the next, as a worker of an executor.
        """
        me = self.world.me()
        main = me is None or me.index == 0
        expect(self.world, not main, f"{called(self.names)} called answer() in the main thread")
        expect(self.world, not given, f"{called(self.names)} called answer() with {', '.join(map(repr, given))}")
        name = me.thread.name if me else ""
        self.here.append(name)
        number = len(self.here)
        if self.delays:
            self.alone += not self.world.wait(lambda: len(self.here) >= len(self.names), 1e-6)
            self.world.sleep(self.delays[(number - 1) % len(self.delays)])
        word = f"{name} is here, and has seat {number}" if self.word is None else self.word
        self.gave.append((name, word))
        return word


def judge(
    names: Sequence[str], delays: Sequence[float] = (0,), word: str | None = None, deep: bool = False, then: int = 0
) -> None:
    """Let `roll_call` call the names, twice, and then the first of them; look at each list, and at what threads did."""

    def scenario(world: World, module: Any) -> None:
        earlier = look(world, module, names)
        again = look(world, module, names)
        expect(world, earlier is not again, f"{called(names)}, called twice, returned the same list twice")
        if then:
            look(world, module, names[:then])

    def look(world: World, module: Any, names: Sequence[str]) -> Any:
        call, n = called(names), len(names)
        number = f"{n} name" + "s" * (n != 1)
        world.doing, before = call, len(world.actors)
        roll, given = Roll(world, names, delays, word), copy.copy(names)
        world.main_waited_at = None
        answers = module.roll_call(given, roll.answer)
        made, running = len(world.actors) - before, len(world.running)
        failed = f"\n{world.failures[0]}" if world.failures else ""
        expect(world, made >= n or not delays, f"{call} started {made} threads for {number}{failed}")
        expect(world, running == 0, f"{call} returned, and did not wait for {running} of its {made} threads{failed}")
        early = world.main_waited_at
        there = (early or 0) - before + 1
        told = f"{call} waited for a thread when {there} of {n} were started, in\n{world.main_waits_in}"
        expect(world, early is None or there >= n or not delays, told)
        told = f"{call}: answer() was called by threads with the names {few(roll.here)}{failed}"
        expect(world, sorted(roll.here) == sorted(names), told)
        told = (
            f"{call}: {roll.alone} of {n} threads did not meet the others in answer(), though all run at the same time"
        )
        expect(world, roll.alone == 0, told)
        expect(world, isinstance(answers, list), f"{call} returned {answers!r}, which is not a list")
        expect(world, len(answers) == n, f"{call} returned {len(answers)} answers for {number}{failed}")
        right = sorted(answers, key=str) == sorted(word for _, word in roll.gave)
        idents = [one.ident for one in world.actors[before:]]
        told = "\nA thread began when another one had ended, and had the ident of that." if len(set(idents)) < n else ""
        expect(world, right, f"{call} returned {few(answers)}; the answers were {few([w for _, w in roll.gave])}{told}")
        by_name = [(name, word) for name, word in zip(names, answers, strict=True)]
        told = f"{call} returned {few(answers)}, which is not the order of the names"
        expect(world, sorted(by_name) == sorted(roll.gave), told)
        expect(world, given == names, f"{call} changed the list of names that it was given")
        return answers if n else object()

    play(ANSWER, scenario, called(names), deep=deep)


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


@pytest.mark.parametrize("word", ["here ", ""])
def test_equal_answers(word: str) -> None:
    judge(["Cleo", "Ada", "Ben"], word=word)


def test_who_answers_at_once_may_be_gone_before_the_next_begins() -> None:
    judge(["Cleo", "Ada", "Ben"], ())


def test_fewer_names_than_before() -> None:
    judge(["Cleo", "Ada", "Ben"], then=1)


def test_a_slow_answer_is_waited_for() -> None:
    judge(["Cleo", "Ada", "Ben"], (1, HOURS, 2))


def test_threads_are_held_anywhere() -> None:
    judge(["Cleo", "Ada", "Ben"], (3, 2, 1), deep=True)
