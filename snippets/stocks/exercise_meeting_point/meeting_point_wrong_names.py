"""The names of the threads are counted, and several may have the same one.

The check says: waits forever
"""

import threading
class MeetingPoint:
    """Counts threads, not meetings."""
    def __init__(self, size):
        self.size, self.here, self.round = size, set(), 1
        self.c = threading.Condition()
    def meet(self):
        with self.c:
            mine = self.round
            self.here.add(threading.current_thread().name)
            if len(self.here) == self.size:
                self.here.clear()
                self.round = mine + 1
                self.c.notify_all()
            while self.round == mine:
                self.c.wait()
            return mine
