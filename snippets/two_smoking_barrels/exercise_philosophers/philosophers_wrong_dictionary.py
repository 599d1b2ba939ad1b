"""The forks lie in a dictionary by their numbers. That changes where they lie, and not in which order they are taken.

The check says: waits at line
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = {number: threading.Lock() for number in range(seats)}

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % self.seats]
        with left, right:
            eat()
