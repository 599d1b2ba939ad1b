"""Everyone takes the fork with the lower number first, so no circle of waiting philosophers can close.

For all but the last one that is fork `seat`. The last one sits between the last fork and fork 0.
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
        first, second = sorted((seat, (seat + 1) % self.seats))
        with self.forks[first], self.forks[second]:
            eat()
