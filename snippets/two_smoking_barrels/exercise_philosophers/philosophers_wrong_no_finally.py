"""The forks are put back when the meal is over, but not when it ends by an exception.

The check says: once eat() has raised a ValueError, a neighbour waits at line 16: self.forks[first].acquire()
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
        self.forks[second].release()
