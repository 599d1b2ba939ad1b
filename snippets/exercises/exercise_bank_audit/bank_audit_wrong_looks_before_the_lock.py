"""It looks for the money before it takes the lock, and then the money may be gone.

The check says: No order of the calls gives this
"""

import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        if self.balances[source] < amount:
            return False
        with self.lock:
            if target not in self.balances:
                raise KeyError(target)
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self):
        with self.lock:
            return dict(self.balances)

    def close(self):
        pass
