"""At the very end of the stretch a call counts still.

The check says: has let calls through at [0]; at 10, allows() must return True, not False
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
            while self.made and time - self.made[0] > self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(time)
            return True
