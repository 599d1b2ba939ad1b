"""The snapshot returns before it gives the lock back.

The check says: waits at line
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
        self.lock.acquire()
        return self.orders, self.euros
        self.lock.release()
