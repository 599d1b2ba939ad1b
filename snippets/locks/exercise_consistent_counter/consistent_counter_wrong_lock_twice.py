"""One lock, but given back between the two numbers.

The check says: a snapshot says (1, 0), which was never true
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
        with self.lock:
            self.euros += euros

    def snapshot(self):
        with self.lock:
            return self.orders, self.euros
