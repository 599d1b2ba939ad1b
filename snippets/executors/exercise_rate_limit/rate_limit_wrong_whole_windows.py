"""The time is cut into windows, and each begins at 0: twice as many go through around its turn.

The check says: has let calls through at [1, 3, 5]; at 10.5, allows() must return False, not True
"""

import threading


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.window = None
        self.count = 0
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            window = self.now() // self.seconds
            if window != self.window:
                self.window = window
                self.count = 0
            if self.count == self.calls:
                return False
            self.count += 1
            return True
