"""The check of `mend_two_waits`: plain `pytest` in this folder runs it.

Its mills answer when both have been asked, at once or one of them long after the other.
"""

import selectors
import threading
from collections.abc import Callable
from typing import Any

import pytest
from mend_two_waits import ask_both

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
Selector: Any = getattr(selectors, "PollSelector", selectors.DefaultSelector)
real_select = Selector.select


def a_while(seconds: float) -> None:
    """Let so much time pass, step by step, and without waiting for it."""
    threading.Event().wait(seconds)


def select(selector: Any, timeout: float | None = None) -> Any:
    """In the place of that with which a `ThreadPool` waits for a pipe: it looks again and again, step by step."""
    while timeout is None and not real_select(selector, 0):
        a_while(1)
    return real_select(selector, 0 if timeout is None else timeout)


if Selector is not selectors.DefaultSelector:
    Selector.select = select


class Mills:
    """Two mills, neither of which answers before both have been asked."""

    def __init__(self, slow: str = "") -> None:
        self.both_are_asked: Any = threading.Barrier(2)
        self.slow = slow
        self.asked: list[str] = []
        self.answered: list[str] = []
        self.caller = 0
        self.mistakes: list[str] = []

    def call(self) -> None:
        """Ask both, and look at what has come back, step by step."""
        self.caller = threading.get_ident()
        ask_both(lambda: self.ask("rye"), lambda: self.ask("oats"))
        missing = [mill for mill in ("rye", "oats") if mill not in self.answered]
        if missing:
            self.mistakes.append(f"ask_both() has returned, and has not waited for the answer of: {', '.join(missing)}")

    def ask(self, mill: str) -> None:
        """Be asked, and answer when the other has been asked, too, step by step."""
        if threading.get_ident() == self.caller:
            self.mistakes.append(f"{mill}() is called in the thread that calls ask_both(), not in a thread of its own")
            return
        self.asked.append(mill)
        self.both_are_asked.wait()
        for _ in range(3 * (mill == self.slow)):
            a_while(60)
        self.answered.append(mill)


def test_both_are_asked_before_either_answers(in_every_order: InEveryOrder) -> None:
    def are_asked(mills: Mills, waiting: dict[str, str]) -> None:
        assert not mills.mistakes, mills.mistakes[0]
        for where in waiting.values():
            told = f"ask_both() has asked {mills.asked}, and waits for the answer before it asks the other\n  {where}"
            assert len(mills.asked) > 1, told
        assert sorted(mills.asked) == ["oats", "rye"], f"each mill is asked once, and asked were {mills.asked}"

    in_every_order(Mills, {"ask_both()": Mills.call}, are_asked, may_wait=True)


def not_too_early(mills: Mills) -> None:
    """It has waited for both."""
    assert not mills.mistakes, mills.mistakes[0]


@pytest.mark.parametrize("slow", ["rye", "oats"])
def test_one_answers_long_before_the_other(slow: str, in_every_order: InEveryOrder) -> None:
    in_every_order(lambda: Mills(slow), {"ask_both()": Mills.call}, not_too_early)
