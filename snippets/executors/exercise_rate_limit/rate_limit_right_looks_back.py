"""It forgets nothing, and looks back from the last call to the first that counts no more."""

from threading import Lock


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls, self.seconds, self.now = calls, seconds, now
        self.log = []
        self.lock = Lock()

    def allows(self) -> bool:
        with self.lock:
            t = self.now()
            i = len(self.log)
            while i > 0 and t - self.log[i - 1] < self.seconds:
                i -= 1
            allowed = len(self.log) - i < self.calls
            if allowed:
                self.log.append(t)
            return allowed
