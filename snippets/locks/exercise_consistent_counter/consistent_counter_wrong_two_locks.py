"""Two numbers, two locks: each number is right, the pair is not.

The check says: a snapshot says (1, 0), which was never true
"""

import threading


class Counter:
    def __init__(self):
        self.orders = 0
        self.orders_lock = threading.Lock()
        self.euros = 0
        self.euros_lock = threading.Lock()

    def incr(self, euros):
        with self.orders_lock:
            self.orders += 1
        with self.euros_lock:
            self.euros += euros

    def snapshot(self):
        with self.orders_lock, self.euros_lock:
            return self.orders, self.euros
