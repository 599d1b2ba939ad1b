"""When no seat is left, the lock is never released.

The check says: mend_sold_out.py comes to a standstill
"""

import threading


class BoxOffice:
    def __init__(self, seats):
        self.seats, self.l = list(seats), threading.Lock()

    def sell(self):
        self.l.acquire()
        if not self.seats:
            return None
        seat = self.seats.pop()
        self.l.release()
        return seat
