"""A clock of its own, which knows nothing of the time that it is given.

The check says: at 10, allows() must return True, not False
"""

import threading
import time
from collections import deque


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made = deque()
        self.lock = threading.Lock()

    def allows(self):
        with self.lock:
            now = time.monotonic()
            while self.made and now - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(now)
            return True
