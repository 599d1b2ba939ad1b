"""The check of `mend_finish_order`: plain `pytest` in this folder runs it. No baker is done before both have begun."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from mend_finish_order import knead_both

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Bakery:
    """Two bakers, neither of whom is done before both have begun."""

    def __init__(self, *names: str) -> None:
        self.names = [*names]
        self.both_have_begun: Any = threading.Barrier(2)
        self.begun: list[str] = []
        self.caller = 0
        self.returned: list[object] = []
        self.mistakes: list[str] = []

    def call(self) -> None:
        """Let both knead, and keep what was returned as it is at that moment, step by step."""
        self.caller = threading.get_ident()
        returned = knead_both(self.knead, self.names)
        self.returned.append(list(returned) if isinstance(returned, list) else returned)

    def knead(self, name: str) -> str:
        """Knead, and be done when the other has begun, too."""
        if threading.get_ident() == self.caller:
            self.mistakes.append("knead() is called in the thread that calls knead_both(), not in a thread of its own")
            return ""
        self.begun.append(name)
        self.both_have_begun.wait()
        return f"{name} dough"


@pytest.mark.parametrize("names", [("pie", "bread"), ("bread", "pie")])
def test_the_doughs_are_in_the_order_of_the_names(in_every_order: InEveryOrder, names: tuple[str, str]) -> None:
    right = [f"{name} dough" for name in names]

    def is_right(bakery: Bakery, waiting: dict[str, str]) -> None:
        assert not bakery.mistakes, bakery.mistakes[0]
        for where in waiting.values():
            told = f"the two calls do not overlap: knead_both() has begun {bakery.begun}, and waits\n  {where}"
            assert len(bakery.begun) > 1, told
        returned = bakery.returned[0]
        assert returned == right, f"knead_both(…, {[*names]}) returned {returned!r}"
        assert sorted(bakery.begun) == sorted(names), f"knead() was called for {bakery.begun}"

    in_every_order(lambda: Bakery(*names), {"knead_both()": Bakery.call}, is_right, may_wait=True)
