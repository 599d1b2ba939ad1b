"""Whoever finds the lock taken calls again, each time from within the last call: after a while, Python ends that.

The check says: answer() calls itself while another call has the lock
"""

import threading


class Station:
    """A radio station that counts its callers."""

    def __init__(self) -> None:
        self.callers = 0
        self.lock = threading.Lock()

    def answer(self) -> int:
        """Count a call, and return its number: 1, 2 and so on."""
        if not self.lock.acquire(blocking=False):
            return self.answer()
        self.callers += 1
        number = self.callers
        self.lock.release()
        return number
