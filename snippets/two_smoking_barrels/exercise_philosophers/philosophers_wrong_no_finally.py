"""The forks are given back by hand, and not where `eat` raises: the neighbours wait for ever.

The check says: philosophers.py comes to a standstill
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
        self.forks[first].acquire()
        self.forks[second].acquire()
        eat()
        self.forks[second].release()
        self.forks[first].release()
