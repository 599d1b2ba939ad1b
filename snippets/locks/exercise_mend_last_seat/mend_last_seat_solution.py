"""One lock around the look and what follows from it."""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book() -> str | None:
    """Take the last of `seats` out and return it; return None if there is none."""
    with seats_lock:
        if not seats:
            return None
        return seats.pop()
