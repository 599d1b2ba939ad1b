"""Whoever has passed takes the event back, also before the others have seen it.

The check says: waits forever at
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
        self.complete.clear()
        return number + 1
