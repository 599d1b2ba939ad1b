"""Nobody has to wait: who cannot have the lock at once counts nothing.

The check says: were counted, so the snapshot is (2, 12), not
"""

import threading


class Counter:
    def __init__(self):
        self.orders = 0
        self.euros = 0
        self.lock = threading.Lock()

    def incr(self, euros):
        if self.lock.acquire(blocking=False):
            self.orders += 1
            self.euros += euros
            self.lock.release()

    def snapshot(self):
        with self.lock:
            return self.orders, self.euros
