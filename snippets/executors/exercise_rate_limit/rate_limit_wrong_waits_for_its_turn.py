"""Who may not yet call waits until it may, although nobody is to wait.

The check says: does not come to an end
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
            while True:
                time = self.now()
                while self.made and time - self.made[0] >= self.seconds:
                    self.made.popleft()
                if len(self.made) < self.calls:
                    self.made.append(time)
                    return True
