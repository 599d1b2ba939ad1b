"""A lock that is made in the call keeps nobody out.

The check says: 2 threads ask: allows() returns [True, True]
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
        with threading.Lock():
            time = self.now()
            self.made = [one for one in self.made if time - one < self.seconds]
            if len(self.made) >= self.calls:
                return False
            self.made.append(time)
            return True
