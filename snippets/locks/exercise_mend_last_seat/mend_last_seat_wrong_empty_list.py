"""`and` gives what is on its left where that is empty: not None, but the list.

The check says: book() returned [], and no seat is free: it must return None
"""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    with seats_lock:
        return seats and seats.pop()
