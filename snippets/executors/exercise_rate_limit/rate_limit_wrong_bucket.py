"""A bucket that fills drop by drop: after a while it gives one more, though the first ones still count.

The check says: has let calls through at [0, 0, 0]; at 9.5, allows() must return False, not True
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.drops = calls
        self.last = None
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            time = self.now()
            if self.last is not None:
                self.drops = min(self.calls, self.drops + (time - self.last) * self.calls / self.seconds)
            self.last = time
            if self.drops < 1:
                return False
            self.drops -= 1
            return True
