"""Before the room there is a queue: whoever comes waits in it, also readers, so that no writer is overtaken."""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer."""

    def __init__(self) -> None:
        self.queue = threading.Lock()
        self.room = threading.Semaphore(1)
        self.door = threading.Lock()
        self.readers = 0

    def come(self) -> None:
        """One more reader."""
        with self.queue, self.door:
            self.readers += 1
            if self.readers == 1:
                self.room.acquire()

    def go(self) -> None:
        """One reader fewer."""
        with self.door:
            self.readers -= 1
            if not self.readers:
                self.room.release()

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        self.come()
        try:
            return look()
        finally:
            self.go()

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        with self.queue:
            self.room.acquire()
        try:
            return change()
        finally:
            self.room.release()
