"""The calls belong to the class: all limits are one.

The check says: has let calls through at [0, 0]; at 0, allows() must return True, not False
"""

import threading
from collections import deque


class RateLimit:
    made = deque()
    lock = threading.Lock()

    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now

    def allows(self):
        with self.lock:
            time = self.now()
            while self.made and time - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(time)
            return True
