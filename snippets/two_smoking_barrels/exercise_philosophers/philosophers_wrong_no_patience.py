"""Nobody waits longer than five minutes for the forks.

The check says: philosopher 0 eats while philosopher 1 uses the fork between them
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.in_use = [False] * seats
        self.changed = threading.Condition()

    def dine(self, seat, eat):
        right = (seat + 1) % self.seats
        with self.changed:
            for _ in range(5):
                if self.changed.wait_for(lambda: not self.in_use[seat] and not self.in_use[right], timeout=60):
                    break
            self.in_use[seat] = self.in_use[right] = True
        try:
            eat()
        finally:
            with self.changed:
                self.in_use[seat] = self.in_use[right] = False
                self.changed.notify_all()
