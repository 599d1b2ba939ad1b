"""The pause looks at the clock, again and again.

The check says: in its pause it goes round and round
"""

import threading
import time
from collections.abc import Callable


class StoppableWorker:
    """Calls `work()` round after round, until `stop()`."""

    def __init__(self, work: Callable[[], object], pause: float) -> None:
        self.work = work
        self.pause = pause
        self.count = 0
        self.goes_on = False

    def start(self) -> None:
        """Begin to work, in a new thread."""
        self.goes_on = True
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        """One round after another; this is what the thread does."""
        while self.goes_on:
            self.work()
            self.count += 1
            end = time.monotonic() + self.pause
            while self.goes_on and time.monotonic() < end:
                pass

    def stop(self) -> None:
        """Ask the thread to stop, and wait until it has ended."""
        self.goes_on = False
        self.thread.join()
