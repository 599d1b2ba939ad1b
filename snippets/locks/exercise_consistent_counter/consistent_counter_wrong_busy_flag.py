"""A flag in place of a lock. Two threads look at it before either sets it.

The check says: were counted, so the snapshot is (2, 12), not
"""

class Counter:
    def __init__(self):
        self.orders = 0
        self.euros = 0
        self.busy = False

    def incr(self, euros):
        while self.busy:
            pass
        self.busy = True
        self.orders += 1
        self.euros += euros
        self.busy = False

    def snapshot(self):
        while self.busy:
            pass
        return self.orders, self.euros
