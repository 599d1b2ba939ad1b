"""A lock makes one step of the look and the pop."""

import threading


class BoxOffice:
    def __init__(self, seats):
        self.seats = list(seats)
        self.lock = threading.Lock()

    def sell(self):
        with self.lock:
            return self.seats.pop() if self.seats else None
