"""The check of `mend_own_locks`: plain `pytest` in this folder runs it, and tries every order of the desks' steps."""

from collections.abc import Callable
from copy import copy

import mend_own_locks as answer

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


def as_it_is(value: object) -> object:
    """What stays as it is when the value changes: a copy of what has contents."""
    return copy(value) if isinstance(value, (dict, list, set)) else value


BEGIN = {  # what each name of the module is when nobody has sold anything yet
    name: as_it_is(value) for name, value in vars(answer).items() if not name.startswith("__")
}


class Sales:
    """Tickets that are sold from 0 on: desk 1 sells one at a time, desk 2 five."""

    def __init__(self) -> None:
        vars(answer).update({name: as_it_is(value) for name, value in BEGIN.items()})
        self.asked: list[int] = []

    def one_more(self, number: int) -> int:
        """The number after a ticket."""
        self.asked.append(number)
        return number + 1

    def five_more(self, number: int) -> int:
        """The number after five tickets."""
        self.asked.append(number)
        return number + 5


THREE = {f"desk {number}": lambda sales: answer.sell(sales.one_more) for number in (1, 2, 3)}
ONE = {name: THREE[name] for name in ("desk 1", "desk 2")}
FIVE = {"desk 1": ONE["desk 1"], "desk 2": lambda sales: answer.sell(sales.five_more)}


def test_no_ticket_is_lost(in_every_order: InEveryOrder) -> None:
    def both_are_counted(sales: Sales) -> None:
        assert answer.sold == 2, f"after two calls of sell(), sold is {answer.sold}"
        assert sales.asked == [0, 1], f"two calls of sell() called one_more() with {sales.asked}"

    in_every_order(Sales, ONE, both_are_counted)


def test_each_desk_has_its_own_function(in_every_order: InEveryOrder) -> None:
    def both_are_counted(sales: Sales) -> None:
        told = "where desk 1 sells one ticket and desk 2 sells five"
        assert answer.sold == 6, f"{told}, sold is {answer.sold}"
        assert sales.asked in ([0, 1], [0, 5]), f"{told}, sell() called their functions with {sales.asked}"

    in_every_order(Sales, FIVE, both_are_counted)


def test_a_third_desk_comes(in_every_order: InEveryOrder) -> None:
    def all_are_counted(sales: Sales) -> None:
        assert answer.sold == 3, f"after three calls of sell(), sold is {answer.sold}"
        assert sales.asked == [0, 1, 2], f"three calls of sell() called one_more() with {sales.asked}"

    in_every_order(Sales, THREE, all_are_counted)
