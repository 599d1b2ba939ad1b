"""A queue with a limit is such a stock."""

import queue


class Stock:
    """Boxes in a row, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self.boxes: queue.Queue[str] = queue.Queue(maxsize=size)

    def put(self, box: str) -> None:
        """Append a box, as soon as there is room."""
        self.boxes.put(box)

    def take(self) -> str:
        """Take out the oldest box, as soon as there is one."""
        return self.boxes.get()
