"""The check of `mend_early_customer`: plain `pytest` in this folder runs it. A time-out may be over at any moment."""

import threading
import time
from collections.abc import Callable

import mend_early_customer
import pytest
from mend_early_customer import visit

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


CLOCKS = (time.monotonic, time.perf_counter, time.time)
A_MILLION, MOST_SECONDS = 1_000_000, 5.0  # after so many looks in vain a shop opens, or when they take too long
A_NIGHT = 8 * 3600.0  # so long must somebody wait who calls itself until Python lets it do so no more
LOOKS = 40  # so often the customer looks, or waits in vain, before a late owner comes


class Door(threading.Event):
    """The event of a shop whose owner comes late: only when somebody has looked often, or waits without a time-out."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0
        self.is_late = threading.Event()

    def is_set(self) -> bool:
        """As that of `threading.Event`."""
        self.look(1)
        return super().is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """As that of `threading.Event`."""
        self.look(LOOKS if timeout is None else 1)
        return super().wait(timeout)

    def look(self, looks: int) -> None:
        """Count one more look, or many."""
        self.looks += looks
        if self.looks >= LOOKS:
            self.is_late.set()


class Night(threading.Event):
    """The event of a shop that opens after a million looks; to wait in vain takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self.looks, self.seconds, self.until = 0, 0.0, CLOCKS[0]() + MOST_SECONDS

    def is_set(self) -> bool:
        """As that of `threading.Event`."""
        return self.wait(0)

    def wait(self, timeout: float | None = None) -> bool:
        """As that of `threading.Event`."""
        if timeout is None or self.looks == A_MILLION or CLOCKS[0]() > self.until:
            self.set()
        is_open = super().is_set()
        self.looks += not is_open
        self.pause(0 if is_open or not timeout else timeout)
        return is_open

    def pause(self, seconds: float) -> None:
        """In the place of `time.sleep`."""
        self.seconds += seconds

    def clock(self, real: Callable[[], float]) -> Callable[[], float]:
        """In the place of `time.monotonic` and the like: the time that was waited has passed."""
        return lambda: real() + self.seconds


class Shop:
    """A shop, and what its one customer does."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.is_opened_by_owner = self.is_open = False
        self.visits = 0
        self.mistakes: list[str] = []

    def open(self) -> None:
        """Open it."""
        self.is_opened_by_owner = True
        self.opened.set()
        self.is_open = True

    def visit(self) -> None:
        """Visit it."""
        visit(self.opened, self.go_in)
        if self.visits != 1:
            self.mistakes.append(f"visit() has come back, and go_in() was called {self.visits} times")

    def go_in(self) -> None:
        """See that it is open."""
        self.visits += 1
        if not self.opened.is_set():
            why = "opened is not set any more, though the shop is open" if self.is_open else "the shop is not open yet"
            self.mistakes.append(f"visit() calls go_in(), and {why}")
        elif not self.is_opened_by_owner:
            self.mistakes.append("visit() opens the shop, which is not for customers to do")


def test_the_customer_goes_in_when_the_shop_is_open(in_every_order: InEveryOrder) -> None:
    def went_well(shop: Shop) -> None:
        assert not shop.mistakes, shop.mistakes[0]
        assert shop.opened.is_set(), "after visit(), opened is not set any more"

    in_every_order(Shop, {"visit()": Shop.visit, "the owner": Shop.open}, went_well)


def test_the_customer_waits_however_long_that_takes(in_every_order: InEveryOrder) -> None:
    class LateShop(Shop):
        def __init__(self) -> None:
            super().__init__()
            self.opened: Door = Door()

        def open(self) -> None:
            self.opened.is_late.wait()
            super().open()

        def visit(self) -> None:
            super().visit()
            self.opened.is_late.set()

    def went_well(shop: LateShop) -> None:
        assert not shop.mistakes, shop.mistakes[0]

    in_every_order(LateShop, {"visit()": LateShop.visit, "the owner": LateShop.open}, went_well)


def test_the_customer_never_loses_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    night, visits, sleep = Night(), list[bool](), time.sleep
    for module in (time, mend_early_customer):
        for name, thing in [*vars(module).items()]:
            if thing is sleep or thing in CLOCKS:
                monkeypatch.setattr(module, name, night.pause if thing is sleep else night.clock(thing))
    raised = ""
    try:
        visit(night, lambda: visits.append(threading.Event.is_set(night)))
    except (Exception, SystemExit) as error:
        if isinstance(error, RecursionError) and night.seconds > A_NIGHT:
            return
        raised = f"raises {type(error).__name__}: {error}"
    if visits != [True]:
        ended = raised or f"comes back, and go_in() was called {len(visits)} times"
        told = "calls go_in(), and the shop is not open yet" if False in visits else ended
        waits = f"visit() looks or waits in vain {night.looks} times, for {night.seconds:.0f} seconds in all"
        pytest.fail(f"{waits}, and then {told}", pytrace=False)
