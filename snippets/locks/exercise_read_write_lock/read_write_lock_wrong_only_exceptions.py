"""Only an `Exception` lets the reader go: with Ctrl+C in its `look`, it stays counted, and no writer comes in any more.

The check says: comes to a standstill
"""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.readers = 0

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        with self.changed:
            self.readers += 1
        try:
            result = look()
        except Exception:
            self.leave()
            raise
        self.leave()
        return result

    def leave(self) -> None:
        """One reader fewer."""
        with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        with self.changed:
            while self.readers:
                self.changed.wait()
            return change()
