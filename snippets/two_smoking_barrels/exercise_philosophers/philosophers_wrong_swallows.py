"""Whatever goes wrong in a meal is nobody's business.

The check says: eat() of philosopher 0 raised ValueError('too hot'), and dine raised nothing
"""

import contextlib
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = sorted((seat, (seat + 1) % self.seats))
        with self.forks[first], self.forks[second], contextlib.suppress(Exception):
            eat()
