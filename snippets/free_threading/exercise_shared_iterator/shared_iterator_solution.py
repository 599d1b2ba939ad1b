"""One lock an iterator, held while the next item is made."""

import threading
from collections.abc import Iterable


class OneAtATime:
    """An iterator that lets threads in one at a time."""

    def __init__(self, iterable: Iterable[object]) -> None:
        self.iterator = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self) -> "OneAtATime":
        return self

    def __next__(self) -> object:
        with self.lock:
            return next(self.iterator)
