"""As many permits as threads: a fast one takes the permit of a slow one of the round before.

The check says: when round 1 was over, and says that it was in round 1
"""

import threading


class MeetingPoint:
    def __init__(self, size):
        self.size = size
        self.here = 0
        self.round = 1
        self.lock = threading.Lock()
        self.gate = threading.Semaphore(0)

    def meet(self):
        with self.lock:
            self.here += 1
            if self.here == self.size:
                self.here = 0
                self.round += 1
                for _ in range(self.size):
                    self.gate.release()
        self.gate.acquire()
        return self.round - 1
