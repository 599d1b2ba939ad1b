"""Whoever cannot have the second fork puts the first one back and goes: no deadlock, and no meal.

The check says: comes back from dine and has eaten 0 times, not once
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
            if right.acquire(blocking=False):
                eat()
                right.release()
