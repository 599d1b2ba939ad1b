"""Only the change is locked; by then the look is old.

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
        time = self.now()
        with self.lock:
            while self.made and time - self.made[0] >= self.seconds:
                self.made.popleft()
        if len(self.made) >= self.calls:
            return False
        with self.lock:
            self.made.append(time)
        return True
