"""The lock is taken before the look, and kept by whoever finds nothing.

The check says: comes to a standstill
"""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    seats_lock.acquire()
    if not seats:
        return None
    seat = seats.pop()
    seats_lock.release()
    return seat
