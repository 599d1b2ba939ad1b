"""A stock with room for `size` boxes: `put` waits while it is full, `take` while it is empty.

Any number of threads put and take at the same time. There is never a box too many, none gets lost, and the first one in
is the first one out. Nobody looks again and again: a thread that has to wait sleeps, and is woken for a reason, which
the clock is not. Two boxes may have the same name, or none (`""`), and there may be several stocks.
"""

import threading


class Stock:
    """Boxes in a row, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.boxes: list[str] = []
        self.changed = threading.Condition()

    def put(self, box: str) -> None:
        """Append a box, as soon as there is room."""
        # TODO: wait while there is no room.
        self.boxes.append(box)

    def take(self) -> str:
        """Take out the oldest box, as soon as there is one."""
        # TODO: wait while there is no box.
        return self.boxes.pop(0)
