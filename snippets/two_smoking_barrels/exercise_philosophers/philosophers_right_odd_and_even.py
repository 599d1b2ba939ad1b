"""Those at odd seats take the right fork first, the others the left one."""

import threading
from collections.abc import Callable


class Table:
    """A round table with as many forks as seats."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.forks = {number: threading.Lock() for number in range(seats)}

    def dine(self, seat: int, eat: Callable[[], None]) -> None:
        """Call `eat` once, with both forks of this seat."""
        forks = [self.forks[seat], self.forks[(seat + 1) % self.seats]]
        if seat % 2:
            forks.reverse()
        for fork in forks:
            fork.acquire()
        try:
            eat()
        finally:
            for fork in forks:
                fork.release()
