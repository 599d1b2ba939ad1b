"""It looks at the clock, and then waits for the lock: when it has its turn, this time is over.

The check says: RateLimit(2, 10) has let calls through at [3, 12]; at 13, allows() must return True, not False
"""

import threading
from collections import deque

class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls, self.seconds, self.now = calls, seconds, now
        self.made = deque()
        self.lock = threading.Lock()
    def allows(self):
        t = self.now()
        with self.lock:
            while self.made and self.made[0] <= t - self.seconds:
                self.made.popleft()
            if len(self.made) >= self.calls:
                return False
            self.made.append(t)
            return True
