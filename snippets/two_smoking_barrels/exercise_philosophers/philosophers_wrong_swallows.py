"""What `eat` raises is not passed on: who dined does not learn that the meal went wrong.

The check says: and dine does not
"""

import threading
from collections.abc import Callable


class Table:
    """A round table with as many forks as seats."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat: int, eat: Callable[[], None]) -> None:
        """Call `eat` once, with both forks of this seat."""
        first, second = sorted([seat, (seat + 1) % self.seats])
        with self.forks[first], self.forks[second]:
            try:
                eat()
            except Exception as error:
                print(error)
