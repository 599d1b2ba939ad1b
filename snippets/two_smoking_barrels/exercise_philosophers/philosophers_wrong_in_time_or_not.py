"""After a second without the second fork, eat with one.

The check says: uses the fork between them
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % self.seats]
        with left:
            got = right.acquire(timeout=1)
            eat()
            if got:
                right.release()
