"""Two waiting rooms with one lock, so that one who is woken is the right one."""

import threading


class Stock:
    """Boxes in a row, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.boxes: list[str] = []
        lock = threading.Lock()
        self.room = threading.Condition(lock)
        self.filled = threading.Condition(lock)

    def put(self, box: str) -> None:
        """Append a box, as soon as there is room."""
        with self.room:
            self.room.wait_for(lambda: len(self.boxes) < self.size)
            self.boxes.append(box)
            self.filled.notify()

    def take(self) -> str:
        """Take out the oldest box, as soon as there is one."""
        with self.filled:
            self.filled.wait_for(lambda: self.boxes)
            self.room.notify()
            return self.boxes.pop(0)
