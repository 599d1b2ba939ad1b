"""Each step is right, and between two of them another thread looks.

The check says: 2 threads ask: allows() returns [True, True]
"""

from collections import deque


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made = deque()

    def allows(self):
        time = self.now()
        while self.made and time - self.made[0] >= self.seconds:
            self.made.popleft()
        if len(self.made) >= self.calls:
            return False
        self.made.append(time)
        return True
