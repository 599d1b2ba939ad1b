"""The lock is taken by hand, and released whatever happens."""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    seats_lock.acquire()
    try:
        return seats.pop() if len(seats) > 0 else None
    finally:
        seats_lock.release()
