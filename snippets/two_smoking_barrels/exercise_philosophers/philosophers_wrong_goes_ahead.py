"""The meal is a thread of its own, and nobody waits for it.

The check says: comes back from dine and has eaten 0 times, not once
"""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = sorted((seat, (seat + 1) % self.seats))

        def meal():
            with self.forks[first], self.forks[second]:
                eat()

        threading.Thread(target=meal).start()
