"""One event for all rounds, which nobody takes back: from the second round on, everybody goes through.

The check says: meet() was called 3 times and came back 3 times, too early
"""

import threading


class MeetingPoint:
    def __init__(self, size):
        self.size = size
        self.calls = 0
        self.lock = threading.Lock()
        self.complete = threading.Event()

    def meet(self):
        with self.lock:
            number, place = divmod(self.calls, self.size)
            self.calls += 1
            if place == self.size - 1:
                self.complete.set()
        self.complete.wait()
        return number + 1
