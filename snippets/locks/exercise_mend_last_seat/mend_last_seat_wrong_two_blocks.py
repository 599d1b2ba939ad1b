"""The look has the lock, and so has the taking, but between the two anybody may come in.

The check says: IndexError: pop from empty list
"""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book():
    with seats_lock:
        is_free = len(seats) > 0
    if is_free:
        with seats_lock:
            return seats.pop()
    return None
