"""It looks again and again, with a pause.

The check says: though nothing has changed; it must sleep until it is woken
"""

import threading
import time


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
            time.sleep(0.01)
        return mine
