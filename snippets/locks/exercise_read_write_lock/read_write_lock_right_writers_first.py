"""A writer holds the lock itself all the time; readers only while they come and go, and they let writers go first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.empty = threading.Condition(self.lock)
        self.readers: list[int] = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Be one of the readers."""
        me = threading.get_ident()
        with self.lock:
            self.readers.append(me)
        try:
            yield
        finally:
            with self.lock:
                self.readers.remove(me)
                if not self.readers:
                    self.empty.notify_all()

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        with self.reading():
            return look()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        with self.empty:
            while self.readers:
                self.empty.wait()
            return change()
