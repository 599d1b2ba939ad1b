"""Five philosophers cannot block each other if only four sit. But two and four can.

The check says: waits at line
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]
        self.waiter = threading.Semaphore(4)

    def dine(self, seat, eat):
        with self.waiter:
            left = self.forks[seat]
            right = self.forks[(seat + 1) % self.seats]
            with left, right:
                eat()
