"""The first reader takes the room for all readers, and the last one gives it back: any thread may release a lock."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.room = threading.Lock()  # taken by a writer, or by the readers together
        self.door = threading.Lock()  # guards the count of readers
        self.readers = 0

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        with self.door:
            if self.readers == 0:
                self.room.acquire()
            self.readers += 1
        try:
            return look()
        finally:
            with self.door:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        with self.room:
            return change()
