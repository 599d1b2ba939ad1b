"""A lock for processes keeps threads apart, too."""

import multiprocessing

seats = ["12A"]
seats_lock = multiprocessing.Lock()


def book():
    with seats_lock:
        return seats.pop() if seats else None
