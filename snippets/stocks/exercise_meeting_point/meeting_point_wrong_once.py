"""Nobody sets the count back: after the first round, everybody goes on at once.

The check says: meet() was called 3 times and came back 3 times, too early
"""

import threading


class MeetingPoint:
    def __init__(self, size):
        self.size = size
        self.here = 0
        self.round = 1
        self.changed = threading.Condition()

    def meet(self):
        with self.changed:
            self.here += 1
            number = (self.here - 1) // self.size + 1
            if self.here >= self.size:
                self.changed.notify_all()
            while self.here < self.size:
                self.changed.wait()
            return number
