"""The forks are given back where `eat` raises an `Exception`, and an interrupt is none.

The check says: (its first meal raises KeyboardInterrupt) waits at line
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        a, b = sorted([seat, (seat + 1) % self.seats])
        self.forks[a].acquire()
        self.forks[b].acquire()
        try:
            eat()
        except Exception:
            self.forks[b].release()
            self.forks[a].release()
            raise
        self.forks[b].release()
        self.forks[a].release()
