"""All places are one: the count belongs to the class.

The check says: meet() was called once and came back once, too early
"""

import threading


class MeetingPoint:
    here = 0
    round = 1
    changed = threading.Condition()

    def __init__(self, size):
        self.size = size

    def meet(self):
        cls = MeetingPoint
        with self.changed:
            mine = cls.round
            cls.here += 1
            if cls.here == self.size:
                cls.here = 0
                cls.round += 1
                self.changed.notify_all()
            while cls.round == mine:
                self.changed.wait()
            return mine
