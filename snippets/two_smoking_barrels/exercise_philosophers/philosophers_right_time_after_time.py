"""Waits for the second fork for a while, then puts the first one back: again and again, as long as it takes."""

import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left, right = self.forks[seat], self.forks[(seat + 1) % self.seats]
        while True:
            with left:
                if right.acquire(timeout=0.5):
                    try:
                        eat()
                    finally:
                        right.release()
                    return
