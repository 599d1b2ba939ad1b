"""The check of `mend_early_breakfast`: plain `pytest` in this folder runs it.

The bread is not done before somebody lays the table, and the table is not laid before somebody bakes.
"""

import threading
from collections.abc import Callable
from typing import Any

from mend_early_breakfast import breakfast

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Morning:
    """What happens in which order."""

    def __init__(self) -> None:
        self.both: Any = threading.Barrier(2)
        self.begun: list[str] = []
        self.done: list[str] = []
        self.caller = 0
        self.mistakes: list[str] = []

    def call(self) -> None:
        """Have breakfast."""
        self.caller = threading.get_ident()
        breakfast(self.bake, self.lay_table, self.eat)

    def bake(self) -> None:
        """Bake."""
        if threading.get_ident() == self.caller:
            self.mistakes.append("bake() is called in the thread that calls breakfast(), not in a thread of its own")
            return
        self.work("bake()")

    def lay_table(self) -> None:
        """Lay the table."""
        if not self.mistakes:
            self.work("lay_table()")

    def work(self, what: str) -> None:
        """Begin, and be done when the other has begun, too; step by step."""
        self.begun.append(what)
        self.both.wait()
        self.done.append(what)

    def eat(self) -> None:
        """See what is on the table, step by step."""
        missing = [what for what in ("bake()", "lay_table()") if what not in self.done]
        if missing:
            self.mistakes.append(f"breakfast() calls eat() before {missing[0]} is done")
        self.done.append("eat()")


def test_everybody_eats_when_the_bread_is_done(in_every_order: InEveryOrder) -> None:
    def went_well(morning: Morning, waiting: dict[str, str]) -> None:
        assert not morning.mistakes, morning.mistakes[0]
        for where in waiting.values():
            told = f"breakfast(): bake() and lay_table() should overlap, but only {morning.begun[0]} has begun"
            assert len(morning.begun) > 1, f"{told}\n  {where}" if "line" in where else told
        count = morning.done.count("eat()")
        assert count, "breakfast() is over, and nobody has called eat() by then"
        assert count == 1, f"breakfast() calls eat() {count} times"
        assert len(morning.done) == 3, f"breakfast() calls {', '.join(morning.done)}"

    in_every_order(Morning, {"breakfast()": Morning.call}, went_well, may_wait=True)
