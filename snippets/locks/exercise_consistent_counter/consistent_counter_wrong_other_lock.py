"""Writers share a lock and readers share a lock. It is not the same one.

The check says: a snapshot says (1, 0), which was never true
"""

import threading


class Counter:
    def __init__(self):
        self.orders = 0
        self.euros = 0
        self.write_lock = threading.Lock()
        self.read_lock = threading.Lock()

    def incr(self, euros):
        with self.write_lock:
            self.orders += 1
            self.euros += euros

    def snapshot(self):
        with self.read_lock:
            return self.orders, self.euros
