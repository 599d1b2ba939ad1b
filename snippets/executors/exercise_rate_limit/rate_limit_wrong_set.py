"""A set of times: two calls in the same moment are one.

The check says: has let calls through at [0, 0, 0]; at 0, allows() must return False, not True
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made = set()
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            time = self.now()
            self.made = {one for one in self.made if time - one < self.seconds}
            if len(self.made) == self.calls:
                return False
            self.made.add(time)
            return True
