"""`stop()` looks again and again whether the thread has ended.

The check says: goes round and round, which keeps a processor busy; it is to wait
"""

import threading
from collections.abc import Callable


class StoppableWorker:
    """Calls `work()` round after round, until `stop()`."""

    def __init__(self, work: Callable[[], object], pause: float) -> None:
        self.work = work
        self.pause = pause
        self.count = 0
        self.asked_to_stop = threading.Event()

    def start(self) -> None:
        """Begin to work, in a new thread."""
        self.asked_to_stop.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        """One round after another; this is what the thread does."""
        while not self.asked_to_stop.is_set():
            self.work()
            self.count += 1
            self.asked_to_stop.wait(timeout=self.pause)

    def stop(self) -> None:
        """Ask the thread to stop, and wait until it has ended."""
        self.asked_to_stop.set()
        while self.thread.is_alive():
            pass  # it will not take long
