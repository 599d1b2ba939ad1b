"""The numbers belong to the class, so all counters count together.

The check says: another counter has counted an order of 5 euros, this one none
"""

import threading


class Counter:
    orders = 0
    euros = 0
    lock = threading.Lock()

    def incr(self, euros):
        with Counter.lock:
            Counter.orders += 1
            Counter.euros += euros

    def snapshot(self):
        with Counter.lock:
            return Counter.orders, Counter.euros
