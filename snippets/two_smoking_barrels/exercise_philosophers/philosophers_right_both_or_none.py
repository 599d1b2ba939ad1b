"""Who cannot have both forks sleeps until somebody puts forks back, and holds none meanwhile."""

import threading
from collections.abc import Callable


class Table:
    """A round table with as many forks as seats."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.in_use: set[int] = set()
        self.put_back = threading.Condition()

    def dine(self, seat: int, eat: Callable[[], None]) -> None:
        """Call `eat` once, with both forks of this seat."""
        forks = {seat, (seat + 1) % self.seats}
        with self.put_back:
            self.put_back.wait_for(lambda: not forks & self.in_use)
            self.in_use |= forks
        try:
            eat()
        finally:
            with self.put_back:
                self.in_use -= forks
                self.put_back.notify_all()
