"""The forks are a list of the module: those of the next table take the place of the first one's.

The check says: philosopher 3 of the first table raises IndexError
"""

import threading

forks = []


class Table:
    def __init__(self, seats):
        global forks
        self.seats = seats
        forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        a, b = sorted([seat, (seat + 1) % self.seats])
        with forks[a], forks[b]:
            eat()
