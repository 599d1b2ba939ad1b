"""No call was made as long as the time of the last one is 0; but 0 is a time as well.

The check says: has let calls through at [0]; at 0, allows() must return False, not True
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.ring = [0] * calls
        self.oldest = 0
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            time = self.now()
            before = self.ring[self.oldest]
            if before and time - before < self.seconds:
                return False
            self.ring[self.oldest] = time
            self.oldest = (self.oldest + 1) % self.calls
            return True
