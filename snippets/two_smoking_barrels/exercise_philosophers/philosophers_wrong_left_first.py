"""Everyone takes the fork on the left, and then waits for the one on the right. If all do that at once, nobody eats.

The check says: philosopher 1 waits at line
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % self.seats]
        with left, right:
            eat()
