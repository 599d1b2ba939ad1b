"""The lock is for the last seat only; many may find that there are two.

The check says: raises IndexError: pop from empty list
"""

import threading


class BoxOffice:
    def __init__(self, seats):
        self.seats, self.l = list(seats), threading.Lock()

    def sell(self):
        if len(self.seats) > 1:
            return self.seats.pop()
        with self.l:
            if self.seats:
                return self.seats.pop()
