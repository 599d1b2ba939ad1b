"""The check of `mend_unanswered`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck, and to no clock: an answer takes so many turns of the loop, the first visitor's the most, and
then an hour, which the loop leaves out.
"""

import asyncio
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from typing import Any

import pytest
from called import expect, imported, outcome

mend_unanswered = imported("answer_all")
TURNS = {"Cleo": 600, "Ada": 500, "": 550, "Ben": 525}
VISITORS = ["Cleo", "Ada", "", "Ada", "Ben"]  # not in the order of the alphabet, and two have the same name
CROWD = ["Cleo", *["Ben"] * 199]
HOUR, TURN = 3600.0, 1.0  # seconds


def hello(visitor: str) -> str:
    """The answer for a visitor; nothing for who says no name."""
    return visitor and f"hello {visitor}"


class Loop(asyncio.SelectorEventLoop):
    """A loop that leaves out the time in which it has nothing to do; each turn takes a second on its clock."""

    def __init__(self) -> None:
        super().__init__()
        self.left_out = 0.0  # seconds
        selector = vars(self)["_selector"]
        self.found = selector.select
        vars(selector)["select"] = self.select

    def select(self, timeout: float | None = None) -> Any:
        """What happened; if that is nothing, the time is over at once."""
        happened = self.found(min(timeout, 0) if timeout is not None else None)
        if not happened:
            self.left_out += TURN if timeout == 0 else timeout or 0
        return happened

    def time(self) -> float:
        """The time on the clock of the loop."""
        return super().time() + self.left_out


class Desk:
    """Answers visitors, and counts how many of them were asking when the first one was answered."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.at_once = 0
        self.made: list[Coroutine[Any, Any, str]] = []

    def answer(self, visitor: str) -> Coroutine[Any, Any, str]:
        """A call of a coroutine function, which runs nothing."""
        self.made.append(self.answering(visitor))
        return self.made[-1]

    async def answering(self, visitor: str) -> str:
        """The answer for a visitor, after some turns of the loop."""
        self.asked.append(visitor)
        for _ in range(TURNS[visitor]):
            await asyncio.sleep(0)
        if isinstance(asyncio.get_running_loop(), Loop):
            await asyncio.sleep(HOUR)
        self.at_once = self.at_once or len(self.asked)
        return hello(visitor)


def run(answering: Coroutine[Any, Any, Any]) -> Any:
    """What comes of it in such a loop."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(answering)


async def told_by_the_answer(desk: Desk, visitors: list[str]) -> Any:
    """What `answer_all` returns, or the exception that it raises."""
    told: Any
    try:
        told = await mend_unanswered.answer_all(visitors, desk.answer)
    except Exception as error:
        told = error
    if isinstance(told, Awaitable):
        with suppress(Exception):
            await told
    return told


@pytest.mark.parametrize("visitors", [VISITORS, CROWD, VISITORS[:1], []], ids=["five", "many", "one", "none"])
def test_all_are_answered_at_once(visitors: list[str]) -> None:
    desk = Desk()
    told = outcome("answer_all()", lambda: run(told_by_the_answer(desk, visitors)))
    for made in desk.made:
        made.close()  # or Python complains of those that were never awaited
    kind = type(told).__name__
    expect(not isinstance(told, Exception), f"answer_all() raised {kind}: {told}")
    expect(isinstance(told, list), f"answer_all() returned a {kind}, not a list")
    expect(len(told) == len(visitors), f"answer_all() returned {len(told)} answers for {len(visitors)} visitors")
    for visitor, answer in zip(visitors, told, strict=True):
        told_kind = f"answer_all() returned a {type(answer).__name__} for {visitor or 'no name'}, not an answer"
        expect(isinstance(answer, str), told_kind)
        expect(answer == hello(visitor), f"answer_all() returned {answer!r} in place of {hello(visitor)!r}")
    waiting = f"answer_all() was answering {desk.at_once} of {len(visitors)} visitors when the first was answered"
    expect(desk.at_once == len(visitors), f"{waiting}; the others had to wait")
