"""The check of `mend_lost_calls`: plain `pytest` in this folder runs it."""

import threading
from collections import Counter
from collections.abc import Callable

from mend_lost_calls import Station

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
DEEPEST = 40  # calls of answer() in one another; Python allows about a thousand


class DeepStation(Station):
    """A station that notes how many calls of `answer` in one thread are under way."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way: Counter[int] = Counter()
        self.deepest = 0

    def answer(self) -> int:
        """Answer, and note it."""
        thread = threading.get_ident()
        self.under_way[thread] += 1
        self.deepest = max(self.deepest, self.under_way[thread])
        try:
            return super().answer()
        finally:
            self.under_way[thread] -= 1


class Evening:
    """A station, and the numbers that calls got."""

    def __init__(self) -> None:
        self.station = DeepStation()
        self.numbers: list[object] = []

    def call(self) -> None:
        """Call the station."""
        number = self.station.answer()
        self.numbers = [*self.numbers, number]


def look(evening: Evening) -> None:
    """Each of the two calls was counted, and has a number of its own."""
    deepest = evening.station.deepest
    told = f"answer() calls itself while another call has the lock, {deepest} times in one another here"
    assert deepest < DEEPEST, f"{told}; Python ends that after about a thousand"
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
