"""A wait with a time-out hides that nobody wakes the others.

The check says: does not sleep until it is woken: after some time it looks again
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
            mine = self.round
            self.here += 1
            if self.here == self.size:
                self.here = 0
                self.round += 1
            while self.round == mine:
                self.changed.wait(timeout=0.05)
            return mine
