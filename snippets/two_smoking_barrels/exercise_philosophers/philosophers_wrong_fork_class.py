"""Forks are objects of their own, and everyone takes the right one first. So does everyone else.

The check says: waits at line
"""

import threading


class Fork:
    def __init__(self):
        self.lock = threading.Lock()

    def take(self):
        self.lock.acquire()

    def put(self):
        self.lock.release()


class Table:
    def __init__(self, seats):
        forks = tuple(Fork() for _ in range(seats))
        self.places = list(zip(forks, forks[1:] + forks[:1]))

    def dine(self, seat, eat):
        left, right = self.places[seat]
        right.take()
        left.take()
        try:
            eat()
        finally:
            left.put()
            right.put()
