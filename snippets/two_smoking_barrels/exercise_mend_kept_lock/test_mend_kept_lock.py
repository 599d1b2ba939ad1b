"""The check of `mend_kept_lock`: plain `pytest` in this folder runs it. The seconds of a time-out take no time here."""

import threading
import time
from collections.abc import Callable

from mend_kept_lock import try_to_hand_over

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Locks:
    """Two locks, of which somebody else may hold `till`, and what a call made of them."""

    def __init__(self, is_taken: bool = False) -> None:
        self.stock, self.till = threading.Lock(), threading.Lock()
        self.is_taken = is_taken and self.till.acquire()
        self.counted: list[list[str]] = []
        self.ended = ""
        self.seconds = self.waited = 0.0  # of the call, and of its waits alone
        self.is_early = False  # whether till is taken while somebody else has stock

    def held(self) -> list[str]:
        """Which of the two are held."""
        return [name for name, lock in (("stock", self.stock), ("till", self.till)) if lock.locked()]

    def count(self) -> None:
        """Count, and look at the locks."""
        self.counted.append(self.held())

    def hand_over(self) -> None:
        """Try it, and keep how it ended."""
        began, began_for_all = time.monotonic(), time.monotonic_ns() / 1e9  # which knows of no waits that take no time
        self.ended = f"returned {try_to_hand_over(self.stock, self.till, self.count)!r}"
        self.seconds = time.monotonic() - began
        self.waited = self.seconds - (time.monotonic_ns() / 1e9 - began_for_all)

    def borrow_stock(self) -> None:
        """Be somebody else, who takes stock at some moment, and looks at till."""
        with self.stock:
            self.is_early = self.till.locked()

    def give_back_stock(self) -> None:
        """Be somebody else, who has stock for a while."""
        self.is_early = self.till.locked()
        self.stock.release()


CALL = "try_to_hand_over()"


def test_both_are_free(in_every_order: InEveryOrder) -> None:
    def went_well(locks: Locks) -> None:
        assert len(locks.counted) == 1, f"both locks are free, and {CALL} calls count() {len(locks.counted)} times"
        for name in ("stock", "till"):
            assert name in locks.counted[0], f"{CALL} calls count() without the lock of: {name}"
        assert locks.ended == "returned True", f"both locks are free, and {CALL} {locks.ended}"
        assert not locks.held(), f"{CALL} {locks.ended}, and still holds: {', '.join(locks.held())}"
        assert locks.waited < 0.05, f"both locks are free, and {CALL} waits {locks.waited:.1f} seconds all the same"

    in_every_order(Locks, {CALL: Locks.hand_over}, went_well)


def test_somebody_else_holds_till(in_every_order: InEveryOrder) -> None:
    def went_well(locks: Locks) -> None:
        assert not locks.counted, f"{CALL} calls count() though somebody else holds till"
        assert locks.till.locked(), f"{CALL} gives back till, which somebody else holds"
        assert not locks.stock.locked(), f"{CALL} {locks.ended}, and still holds: stock"
        assert locks.ended == "returned False", f"somebody else holds till, and {CALL} {locks.ended}"

    in_every_order(lambda: Locks(is_taken=True), {CALL: Locks.hand_over}, went_well)


def test_the_call_waits_for_till_and_not_for_long(in_every_order: InEveryOrder) -> None:
    def went_well(locks: Locks) -> None:
        assert locks.seconds > 0.099, f"somebody else holds till, and {CALL} waits for it less than 0.1 seconds"
        assert locks.waited < 0.2, f"somebody else holds till, and {CALL} waits for it {locks.waited:.1f} seconds"

    in_every_order(lambda: Locks(is_taken=True), {CALL: Locks.hand_over}, went_well)


def test_somebody_else_holds_stock_for_a_while(in_every_order: InEveryOrder) -> None:
    def start() -> Locks:
        locks = Locks()
        locks.stock.acquire()
        return locks

    def went_well(locks: Locks) -> None:
        assert not locks.is_early, f"{CALL} holds till while it waits for stock, which it should take first"
        told = "somebody else gives back stock after a while, till is free, and"
        assert locks.ended == "returned True", f"{told} {CALL} {locks.ended}"

    in_every_order(start, {CALL: Locks.hand_over, "somebody else": Locks.give_back_stock}, went_well)
    in_every_order(Locks, {CALL: Locks.hand_over, "somebody else": Locks.borrow_stock}, went_well)
