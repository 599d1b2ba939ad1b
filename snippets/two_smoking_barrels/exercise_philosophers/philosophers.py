"""Let philosophers eat at a round table where neighbours share the fork between them.

The philosopher at seat 0 eats with forks 0 and 1, the one at seat 1 with forks 1 and 2, and so on; the last one eats
with the last fork and with fork 0. Each is a thread that wants to eat once. Nobody waits forever, nobody goes away
hungry, and nobody eats with a fork that is in use. Who comes back from `dine` has finished eating. What `eat` raises
goes on to the caller, and the neighbours can eat all the same. Any way will do, if it works for any number of seats
from two on, and for several tables.
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
        with self.forks[seat]:  # TODO: the other fork, too. In which order do you take them?
            eat()
