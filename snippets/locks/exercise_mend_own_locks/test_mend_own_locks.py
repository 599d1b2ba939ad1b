"""The check of `mend_own_locks`: plain `pytest` in this folder runs it, and tries every order of the desks' steps."""

from collections.abc import Callable

import mend_own_locks as answer

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
BEGIN = answer.sold


class Sales:
    """Tickets that are sold from 0 on."""

    def __init__(self) -> None:
        vars(answer)["sold"] = BEGIN
        self.asked: list[int] = []

    def one_more(self, number: int) -> int:
        """The next number."""
        self.asked.append(number)
        return number + 1

    def sell(self) -> None:
        """Sell a ticket."""
        answer.sell(self.one_more)


def test_no_ticket_is_lost(in_every_order: InEveryOrder) -> None:
    def both_are_counted(sales: Sales) -> None:
        assert answer.sold == 2, f"after two calls of sell(), sold is {answer.sold}"
        assert sales.asked == [0, 1], f"two calls of sell() called one_more() with {sales.asked}"

    in_every_order(Sales, {"desk 1": Sales.sell, "desk 2": Sales.sell}, both_are_counted)
