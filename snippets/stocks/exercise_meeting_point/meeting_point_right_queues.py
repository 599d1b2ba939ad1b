"""Whoever waits has a queue of its own; the last to come puts the number of the round into all of them."""

import queue
import threading


class MeetingPoint:
    """A place where `size` threads meet, again and again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lock = threading.Lock()
        self.waiting: list[queue.Queue[int]] = []
        self.rounds = 0

    def meet(self) -> int:
        """Wait until `size` threads are here; say which round that was."""
        own: queue.Queue[int] = queue.Queue()
        with self.lock:
            self.waiting.append(own)
            if len(self.waiting) == self.size:
                self.rounds += 1
                for one in self.waiting:
                    one.put(self.rounds)
                self.waiting = []
        return own.get()
