"""Everybody stands in a line with an event of their own; whoever leaves lets in its head, or all readers there."""

import threading
from collections import deque
from collections.abc import Callable


class ReadWriteLock:
    """Many readers at a time, or one writer, in the order in which they came."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.line: deque[tuple[bool, threading.Event]] = deque()
        self.readers = 0
        self.writers = 0

    def let_in(self) -> None:
        """Let in who may come in now; called with the lock."""
        while self.line and not self.writers:
            writes, event = self.line[0]
            if writes and self.readers:
                return
            self.line.popleft()
            self.writers += writes
            self.readers += not writes
            event.set()

    def enter(self, writes: bool) -> None:
        """Stand in the line, and wait."""
        event = threading.Event()
        with self.lock:
            self.line.append((writes, event))
            self.let_in()
        event.wait()

    def leave(self, writes: bool) -> None:
        """Go, and let in the next."""
        with self.lock:
            self.writers -= writes
            self.readers -= not writes
            self.let_in()

    def read(self, look: Callable[[], object]) -> object:
        """Call `look` while nobody writes."""
        self.enter(False)
        try:
            return look()
        finally:
            self.leave(False)

    def write(self, change: Callable[[], object]) -> object:
        """Call `change` while nobody else reads or writes."""
        self.enter(True)
        try:
            return change()
        finally:
            self.leave(True)
