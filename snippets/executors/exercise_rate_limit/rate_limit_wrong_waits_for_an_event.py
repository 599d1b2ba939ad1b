"""A wait for an event that nobody sets is a sleep by another name.

The check says: one thread waits at line 16: Event().wait(0.001)
"""

from threading import Event, Lock


class RateLimit:
    def __init__(self, calls, seconds, now):
        self.calls, self.seconds, self.now = calls, seconds, now
        self.log = []
        self.lock = Lock()

    def allows(self) -> bool:
        Event().wait(0.001)
        with self.lock:
            t = self.now()
            self.log = [s for s in self.log if t - s < self.seconds]
            if len(self.log) < self.calls:
                self.log.append(t)
                return True
            return False
