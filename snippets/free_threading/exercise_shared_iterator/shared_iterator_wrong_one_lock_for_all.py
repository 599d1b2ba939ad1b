"""One lock for all iterators: who waits in one keeps others out of another.

The check says: it waits for a lock or a signal that never comes
"""

import threading
from collections.abc import Iterable


class OneAtATime:
    """An iterator that lets threads in one at a time."""

    lock = threading.RLock()

    def __init__(self, iterable: Iterable[object]) -> None:
        self.iterator = iter(iterable)

    def __iter__(self) -> "OneAtATime":
        return self

    def __next__(self) -> object:
        with self.lock:
            return next(self.iterator)
