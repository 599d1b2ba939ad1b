"""A request to stop that comes when a pause is just over is cleared again before it is seen.

The check says: and the worker went on and on
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
        self.work()
        self.count += 1
        while not self.asked_to_stop.wait(timeout=self.pause):
            self.asked_to_stop.clear()
            self.work()
            self.count += 1

    def stop(self) -> None:
        """Ask the thread to stop, and wait until it has ended."""
        self.asked_to_stop.set()
        self.thread.join()
