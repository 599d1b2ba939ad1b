"""The check of `mend_opposite_order`: plain `pytest` in this folder runs it, and tries every order of the steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import mend_opposite_order
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
    """The names of the locks that are held; the answer may have more than it was given."""
    those = {**vars(mend_opposite_order), **locks}
    return [name for name, lock in those.items() if hasattr(lock, "locked") and lock.locked()]


class Name(str):
    """A name that a set puts behind another one which was there before, as it may put any that does not fit."""

    def __hash__(self) -> int:
        return 8 * (1 + NAMES.index(self))


NAMES = [*locks]


@contextmanager
def in_unlucky_sets() -> Iterator[None]:
    """Have each set of two names, or of two locks, give first the one that came first."""
    usual, kinds = {**locks}, {name: type(lock) for name, lock in locks.items()}
    for name, lock in usual.items():
        unlucky: Any = type(kinds[name].__name__, (kinds[name],), {"__hash__": lambda _, name=name: hash(Name(name))})
        lock.__class__ = unlucky
    locks.clear()
    locks.update({Name(name): lock for name, lock in usual.items()})
    try:
        yield
    finally:
        locks.clear()
        locks.update(usual)
        for name, lock in usual.items():
            lock.__class__ = kinds[name]


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


def test_count_may_raise(in_every_order: InEveryOrder) -> None:
    def fail() -> None:
        raise LookupError

    def hand_over_in_vain(counts: Counts) -> None:
        try:
            hand_over("stock", "till", fail)
        except LookupError:
            return
        counts.mistakes.append("count() raises an error, and hand_over() does not")

    def went_well(counts: Counts) -> None:
        assert not counts.mistakes, counts.mistakes[0]
        assert not held(), f"after count() has raised an error, nobody releases the lock of: {held()[0]}"

    in_every_order(Counts, {"Ann": hand_over_in_vain}, went_well)


def test_the_order_is_not_that_of_a_set(in_every_order: InEveryOrder) -> None:
    def call(giver: str, taker: str) -> Callable[[Counts], None]:
        def hand_over_if_known(counts: Counts) -> None:
            with suppress(KeyError):  # names that other dictionaries do not find
                counts.hand_over(giver, taker)

        return hand_over_if_known

    one, other = Name("stock"), Name("till")
    with in_unlucky_sets():
        in_every_order(Counts, {"Ann": call(one, other), "Ben": call(other, one)}, lambda _: None)
