"""The audit returns the dictionary of the bank, which goes on changing.

The check says: what the first audit() returned has changed since then
"""

import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        with self.lock:
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self):
        with self.lock:
            return self.balances

    def close(self):
        pass
