"""The reader waits a little, and then reads anyway.

The check says: which was never true
"""

import threading


class Counter:
    def __init__(self):
        self.orders = 0
        self.euros = 0
        self.lock = threading.Lock()

    def incr(self, euros):
        with self.lock:
            self.orders += 1
            self.euros += euros

    def snapshot(self):
        got = self.lock.acquire(timeout=0.5)
        try:
            return self.orders, self.euros
        finally:
            if got:
                self.lock.release()
