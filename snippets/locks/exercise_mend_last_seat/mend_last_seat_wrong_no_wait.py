"""A desk that does not get the lock at once tells that there is no seat.

The check says: two seats are free, and two calls of book() returned
"""

import threading
seats = ["12A"]
seats_lock = threading.Lock()
def book():
    if not seats_lock.acquire(blocking=False):
        return None
    try:
        return seats.pop() if seats else None
    finally:
        seats_lock.release()
