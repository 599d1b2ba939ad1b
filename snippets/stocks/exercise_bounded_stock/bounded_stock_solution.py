"""Look, wait and look again, all under the lock. Whoever changes the stock wakes everyone who waits for a change."""

import threading


class Stock:
    """Boxes in a row, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.boxes: list[str] = []
        self.changed = threading.Condition()

    def put(self, box: str) -> None:
        """Append a box, as soon as there is room."""
        with self.changed:
            while len(self.boxes) == self.size:
                self.changed.wait()
            self.boxes.append(box)
            self.changed.notify_all()

    def take(self) -> str:
        """Take out the oldest box, as soon as there is one."""
        with self.changed:
            while not self.boxes:
                self.changed.wait()
            box = self.boxes.pop(0)
            self.changed.notify_all()
            return box
