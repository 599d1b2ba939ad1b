"""Between two calls there must be a pause: so nobody gets through who could.

The check says: has let calls through at [0]; at 0, allows() must return True, not False
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.last = None
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            time = self.now()
            if self.last is not None and time - self.last < self.seconds / self.calls:
                return False
            self.last = time
            return True
