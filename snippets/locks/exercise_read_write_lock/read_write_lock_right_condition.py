"""A condition guards who is inside; whoever leaves wakes those who wait."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.readers = 0
        self.writes = False

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        with self.changed:
            while self.writes:
                self.changed.wait()
            self.readers += 1
        try:
            return look()
        finally:
            with self.changed:
                self.readers -= 1
                self.changed.notify_all()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        with self.changed:
            self.changed.wait_for(lambda: not self.writes and self.readers == 0)
            self.writes = True
        try:
            return change()
        finally:
            with self.changed:
                self.writes = False
                self.changed.notify_all()
