"""The lock makes one step of counting and looking."""

import threading


class Station:
    """A radio station that counts its callers."""

    def __init__(self) -> None:
        self.callers = 0
        self.lock = threading.Lock()

    def answer(self) -> int:
        """Count a call, and return its number: 1, 2 and so on."""
        with self.lock:
            self.callers += 1
            return self.callers
