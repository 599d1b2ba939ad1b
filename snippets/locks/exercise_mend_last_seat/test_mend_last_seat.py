"""The check of `mend_last_seat`: plain `pytest` in this folder runs it, and tries every order of the desks' steps."""

from collections.abc import Callable

import mend_last_seat as answer

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Hall:
    """A hall with some seats, and what the desks got."""

    def __init__(self, *seats: str) -> None:
        answer.seats[:] = seats
        self.booked: list[str | None] = []

    def book(self) -> None:
        """Book a seat."""
        seat = answer.book()
        self.booked.append(seat)


def test_one_desk_alone(in_every_order: InEveryOrder) -> None:
    def book_four(hall: Hall) -> None:
        for _ in range(4):
            hall.book()

    def are_right(hall: Hall) -> None:
        for seat, right in zip(hall.booked, ("12A", "1F", None, None), strict=True):
            told = f"{right!r} is the last that is free" if right else "no seat is free: it must return None"
            assert seat == right, f"book() returned {seat!r}, and {told}"

    in_every_order(lambda: Hall("1F", "12A"), {"one desk": book_four}, are_right)


def test_the_last_seat_is_booked_once(in_every_order: InEveryOrder) -> None:
    def one_has_it(hall: Hall) -> None:
        assert hall.booked.count("12A") < 2, "the same seat is booked twice: both calls of book() returned '12A'"
        assert sorted(map(str, hall.booked)) == ["12A", "None"], f"two calls of book() returned {hall.booked}"
        assert answer.seats == [], f"all seats are booked, and seats is still {answer.seats}"

    in_every_order(lambda: Hall("12A"), {"desk 1": Hall.book, "desk 2": Hall.book}, one_has_it)


def test_two_seats_are_enough_for_two_desks(in_every_order: InEveryOrder) -> None:
    def both_have_one(hall: Hall) -> None:
        told = f"two seats are free, and two calls of book() returned {hall.booked}"
        assert sorted(map(str, hall.booked)) == ["12A", "1F"], told

    in_every_order(lambda: Hall("1F", "12A"), {"desk 1": Hall.book, "desk 2": Hall.book}, both_have_one)
