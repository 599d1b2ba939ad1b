"""The count goes up outside of the lock: two may read the same, and neither is the last.

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
        mine = self.round
        self.here += 1
        if self.here == self.size:
            self.here = 0
            self.round += 1
            with self.changed:
                self.changed.notify_all()
        with self.changed:
            while self.round == mine:
                self.changed.wait()
        return mine
