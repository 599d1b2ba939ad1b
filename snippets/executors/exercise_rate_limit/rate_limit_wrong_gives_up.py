"""Whoever finds the lock taken is refused, although there may be room for both.

The check says: 2 threads ask: allows() returns [True, False], and must return [True, True]
"""

import threading
from collections import deque


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made = deque()
        self.lock = threading.Lock()

    def allows(self):
        if not self.lock.acquire(blocking=False):
            return False
        try:
            time = self.now()
            while self.made and time - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(time)
            return True
        finally:
            self.lock.release()
