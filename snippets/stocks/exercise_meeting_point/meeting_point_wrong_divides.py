"""The calls, divided by the size, are the rounds; but `/` gives a number with a point.

The check says: [1.0, 2.0, 3.0]; as numbers of rounds, these must be [1, 2, 3]
"""

import threading


class MeetingPoint:
    def __init__(self, size):
        self.size = size
        self.calls = 0
        self.changed = threading.Condition()

    def meet(self):
        with self.changed:
            self.calls += 1
            place = (self.calls - 1) % self.size
            last = self.calls + self.size - 1 - place
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.calls >= last)
            return last / self.size
