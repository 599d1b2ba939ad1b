"""A quick look without the lock, and the one that counts with it."""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    if not seats:
        return None
    with seats_lock:
        return seats.pop() if seats else None
