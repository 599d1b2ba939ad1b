"""It forgets nothing, and looks at each call anew."""

from threading import Lock


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls, self.seconds, self.now = calls, seconds, now
        self.log = []
        self.lock = Lock()

    def allows(self) -> bool:
        with self.lock:
            t = self.now()
            used = 0
            for i in range(len(self.log)):
                if self.log[i] > t - self.seconds:
                    used += 1
            if used < self.calls:
                self.log.append(t)
                return True
            return False
