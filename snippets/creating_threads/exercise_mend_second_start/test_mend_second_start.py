"""The check of `mend_second_start`: plain `pytest` in this folder runs it. Its oven has room for one loaf."""

import threading
from collections.abc import Callable

import pytest
from mend_second_start import bake_in_turn

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Oven:
    """An oven with room for one."""

    def __init__(self, loaves: int) -> None:
        self.loaves = loaves
        self.bakers: list[threading.Thread] = []
        self.done: list[int] = []
        self.caller = 0
        self.mistakes: list[str] = []

    def call(self) -> None:
        """Bake all loaves, and look at them at that moment, step by step."""
        self.caller = threading.get_ident()
        bake_in_turn(self.bake, self.loaves)
        call, done, called = f"bake_in_turn(bake, {self.loaves})", len(self.done), len(self.bakers)
        if called > self.loaves:
            self.mistakes.append(f"{call} called bake() {called} time{'s' * (called != 1)}")
        elif done < self.loaves:
            self.mistakes.append(f"{call} has come back, and done are {done} of {self.loaves} loaves")

    def bake(self) -> None:
        """Bake a loaf, step by step."""
        baker = threading.current_thread()
        if threading.get_ident() == self.caller:
            self.mistakes.append("bake() is called in the thread that calls bake_in_turn(), not in a thread of its own")
        if any(one is baker for one in self.bakers):
            self.mistakes.append(
                "bake_in_turn(): one thread bakes two loaves, and each should have a thread of its own"
            )
        if len(self.bakers) > len(self.done):
            self.mistakes.append("bake_in_turn() calls bake(), and the loaf before is not done")
        self.bakers.append(baker)
        self.done.append(len(self.bakers))


@pytest.mark.parametrize("loaves", [3, 1, 0])
def test_each_loaf_is_baked_in_a_thread_when_the_one_before_it_is_done(
    in_every_order: InEveryOrder, loaves: int
) -> None:
    def went_well(oven: Oven) -> None:
        assert not oven.mistakes, oven.mistakes[0]

    in_every_order(lambda: Oven(loaves), {"bake_in_turn()": Oven.call}, went_well)
