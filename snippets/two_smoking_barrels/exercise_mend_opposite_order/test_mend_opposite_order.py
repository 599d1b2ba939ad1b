"""The check of `mend_opposite_order`: plain `pytest` in this folder runs it, and tries every order of the steps."""

from collections.abc import Callable

import pytest
from mend_opposite_order import hand_over, locks

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
PAIRS = [("stock", "till"), ("till", "stock"), ("oven", "till"), ("stock", "oven")]


class Counts:
    """Who was counted, and which locks were held then and are held now."""

    def __init__(self) -> None:
        self.held: list[list[str]] = []
        self.counting: list[str] = []  # whose calls are in count() now
        self.mistakes: list[str] = []

    def hand_over(self, giver: str, taker: str) -> None:
        """Hand something over, and look at the locks meanwhile."""
        hand_over(giver, taker, lambda: self.held.append(held()))

    def meet(self, name: str, giver: str, taker: str) -> None:
        """Hand something over, and see that nobody else does at that moment."""
        hand_over(giver, taker, lambda: self.count(name))

    def count(self, name: str) -> None:
        """Count, step by step."""
        self.held.append(held())
        self.counting.append(name)
        self.look(self.counting.copy())
        self.counting.remove(name)

    def look(self, names: list[str]) -> None:
        """See that nobody else is counting."""
        if len(names) > 1:
            told = f"{' and '.join(names)} are in count() at the same time, and both need the same two locks"
            self.mistakes.append(told)


def held() -> list[str]:
    """The names of the locks that are held."""
    return [name for name, lock in locks.items() if lock.locked()]


@pytest.mark.parametrize(("giver", "taker"), PAIRS)
def test_one_thread_holds_the_two_locks_and_no_other(in_every_order: InEveryOrder, giver: str, taker: str) -> None:
    call = f"hand_over({giver!r}, {taker!r}, count)"

    def went_well(counts: Counts) -> None:
        assert len(counts.held) == 1, f"{call} calls count() {len(counts.held)} times"
        for name in (giver, taker):
            assert name in counts.held[0], f"{call}: count() is called without the lock of: {name}"
        for name in counts.held[0]:
            assert name in (giver, taker), f"{call}: count() is called with the lock of: {name}"
        assert not held(), f"after {call}, nobody releases the lock of: {held()[0]}"

    in_every_order(Counts, {"Ann": lambda counts: counts.hand_over(giver, taker)}, went_well)


@pytest.mark.parametrize(("giver", "taker"), PAIRS)
def test_two_threads_do_not_get_stuck(in_every_order: InEveryOrder, giver: str, taker: str) -> None:
    def went_well(counts: Counts) -> None:
        assert not counts.mistakes, counts.mistakes[0]
        assert len(counts.held) == 2, f"two calls of hand_over() called count() {len(counts.held)} times"

    in_every_order(
        Counts,
        {
            "Ann": lambda counts: counts.meet("Ann", giver, taker),
            "Ben": lambda counts: counts.meet("Ben", taker, giver),
        },
        went_well,
    )
