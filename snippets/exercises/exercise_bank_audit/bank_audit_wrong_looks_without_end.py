"""It looks among 1, 2, 3 and so on for the amount, to see whether that is positive; and for 0 it looks on and on.

The check says: transfer() does not come to its end
"""

import itertools
import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        with self.lock:
            if amount not in itertools.count(1):
                return True
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self):
        with self.lock:
            return dict(self.balances)

    def close(self):
        pass
