"""Two desks look for a seat. One seat is left, both see it, and one desk fails. Mend it, for desks that are threads."""

import threading

seats = ["12A"]
seats_lock = threading.Lock()


def book() -> str | None:
    """Take the last of `seats` out and return it; return None if there is none."""
    if not seats:
        return None
    with seats_lock:  # TODO: what may happen between the look and this line?
        return seats.pop()
