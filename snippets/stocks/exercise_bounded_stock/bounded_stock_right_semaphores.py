"""One semaphore counts the room, one the boxes."""

import threading
from collections import deque


class Stock:
    """Boxes in a row, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self.boxes: deque[str] = deque()
        self.lock = threading.Lock()
        self.room = threading.Semaphore(size)
        self.filled = threading.Semaphore(0)

    def put(self, box: str) -> None:
        """Append a box, as soon as there is room."""
        self.room.acquire()
        with self.lock:
            self.boxes.append(box)
        self.filled.release()

    def take(self) -> str:
        """Take out the oldest box, as soon as there is one."""
        self.filled.acquire()
        with self.lock:
            box = self.boxes.popleft()
        self.room.release()
        return box
