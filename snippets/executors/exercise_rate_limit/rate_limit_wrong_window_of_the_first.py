"""A window begins with the first call after the last one, and all its calls are forgotten at once.

The check says: has let calls through at [1, 3, 5, 11]; at 12, allows() must return False, not True
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.begin = None
        self.count = 0
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            time = self.now()
            if self.begin is None or time - self.begin >= self.seconds:
                self.begin = time
                self.count = 0
            if self.count == self.calls:
                return False
            self.count += 1
            return True
