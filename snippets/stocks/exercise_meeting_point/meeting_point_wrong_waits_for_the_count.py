"""Wait until the count is full. But the fast ones come again, and set it back before the slow ones have looked.

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
                self.changed.notify_all()
            while self.here < self.size:
                self.changed.wait()
            if self.round == mine:
                self.round += 1
                self.here = 0
            return mine
