"""The last one goes on, and leaves the others asleep.

The check says: waits forever at
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
                self.changed.wait()
            return mine
