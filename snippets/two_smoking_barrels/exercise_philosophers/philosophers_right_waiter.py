"""A waiter lets one fewer sit than there are seats, so somebody always has both forks."""

import threading
from collections.abc import Callable


class Table:
    """A round table with as many forks as seats."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]
        self.waiter = threading.Semaphore(seats - 1)

    def dine(self, seat: int, eat: Callable[[], None]) -> None:
        """Call `eat` once, with both forks of this seat."""
        with self.waiter, self.forks[seat], self.forks[(seat + 1) % self.seats]:
            eat()
