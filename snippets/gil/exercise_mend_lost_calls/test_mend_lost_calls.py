"""The check of `mend_lost_calls`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from mend_lost_calls import Station

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Evening:
    """A station, and the numbers that calls got."""

    def __init__(self) -> None:
        self.station = Station()
        self.numbers: list[object] = []

    def call(self) -> None:
        """Call the station."""
        number = self.station.answer()
        self.numbers = [*self.numbers, number]


def look(evening: Evening) -> None:
    """Each of the two calls was counted, and has a number of its own."""
    callers = evening.station.callers
    assert callers == 2, f"two calls were answered, and callers is {callers}"
    assert set(evening.numbers) == {1, 2}, f"each call has a number of its own, 1 or 2, and not {evening.numbers}"


def test_one_line_alone(in_every_order: InEveryOrder) -> None:
    def call_twice(evening: Evening) -> None:
        evening.call()
        evening.call()

    in_every_order(Evening, {"answer()": call_twice}, look)


def test_two_lines_at_once(in_every_order: InEveryOrder) -> None:
    in_every_order(Evening, {"first answer()": Evening.call, "second answer()": Evening.call}, look)
