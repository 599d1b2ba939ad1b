"""Each number is read under the lock, but in between the lock is free.

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
        with self.lock:
            orders = self.orders
        with self.lock:
            euros = self.euros
        return orders, euros
