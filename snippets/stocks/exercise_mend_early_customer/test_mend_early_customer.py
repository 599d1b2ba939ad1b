"""The check of `mend_early_customer`: plain `pytest` in this folder runs it. A time-out may be over at any moment."""

import threading
from collections.abc import Callable

from mend_early_customer import visit

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


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


class Shop:
    """A shop, and what its one customer does."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.is_opened_by_owner = False
        self.visits = 0
        self.mistakes: list[str] = []

    def open(self) -> None:
        """Open it."""
        self.is_opened_by_owner = True
        self.opened.set()

    def visit(self) -> None:
        """Visit it."""
        visit(self.opened, self.go_in)
        if self.visits != 1:
            self.mistakes.append(f"visit() has come back, and go_in() was called {self.visits} times")

    def go_in(self) -> None:
        """See that it is open."""
        self.visits += 1
        if not self.opened.is_set():
            self.mistakes.append("visit() calls go_in(), and the shop is not open yet")
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
