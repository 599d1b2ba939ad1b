"""Two forks are taken, and one is put back.

The check says: waits at line
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = sorted((seat, (seat + 1) % self.seats))
        self.forks[first].acquire()
        self.forks[second].acquire()
        eat()
        self.forks[first].release()
