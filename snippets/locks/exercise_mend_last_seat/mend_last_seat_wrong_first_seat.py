"""The lock is around all of it, and the first seat is taken, not the last.

The check says: book() returned '1F', and '12A' is the last that is free
"""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    with seats_lock:
        if not seats:
            return None
        return seats.pop(0)
