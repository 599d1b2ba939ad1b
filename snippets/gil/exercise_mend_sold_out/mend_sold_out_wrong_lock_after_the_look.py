"""Who waits for the lock has looked already.

The check says: raises IndexError: pop from empty list
"""

import threading


class BoxOffice:
    def __init__(self, seats):
        self.seats = list(seats)
        self.lock = threading.Lock()

    def sell(self):
        if self.seats:
            with self.lock:
                return self.seats.pop()
        return None
