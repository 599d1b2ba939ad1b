"""The check of `mend_sold_out`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from mend_sold_out import BoxOffice

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Evening:
    """A box office, and what it sold."""

    def __init__(self, seats: str) -> None:
        self.there = seats.split()
        self.office = BoxOffice(tuple(self.there))
        self.sold: list[object] = []

    def buy(self) -> None:
        """Ask for a seat."""
        seat = self.office.sell()
        self.sold = [*self.sold, seat]


def look(evening: Evening) -> None:
    """As many seats are sold as there were or were asked for, and each of them once."""
    sold = [seat for seat in evening.sold if seat is not None]
    for seat in sold:
        assert seat in evening.there, f"sell() sold {seat!r}, and there is no such seat"
        assert sold.count(seat) == 1, f"seat {seat} is sold twice"
    expected = min(len(evening.there), len(evening.sold))
    assert len(sold) == expected, f"sold is {evening.sold}, and there was a seat"
    left = sorted(set(evening.there) - set(map(str, sold)))
    assert sorted(evening.office.seats) == left, f"sold is {evening.sold}, and seats has {evening.office.seats} left"


def buy_twice(evening: Evening) -> None:
    """Ask for a seat, and for another."""
    evening.buy()
    evening.buy()


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    for seats in ("", "A1", "A1 A2"):
        in_every_order(lambda seats=seats: Evening(seats), {"sell()": Evening.buy}, look)
        in_every_order(lambda seats=seats: Evening(seats), {"sell() twice": buy_twice}, look)


def test_two_offices_have_seats_of_their_own(in_every_order: InEveryOrder) -> None:
    def buy_in_each(evenings: list[Evening]) -> None:
        for evening in evenings:
            evening.buy()

    def look_at_each(evenings: list[Evening]) -> None:
        for evening in evenings:
            look(evening)

    in_every_order(lambda: [Evening("A1"), Evening("B1")], {"sell() of two offices": buy_in_each}, look_at_each)


def test_two_threads_at_once(in_every_order: InEveryOrder) -> None:
    for seats in ("A1", "A1 A2", "A1 A2 A3"):
        for first in (Evening.buy, buy_twice):
            threads = {"first sell()": first, "second sell()": Evening.buy}
            in_every_order(lambda seats=seats: Evening(seats), threads, look)
