"""The audit changes nothing, so it needs no lock. But it may look while money is on its way.

The check says: together 290, and there is 300
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
        return dict(self.balances)

    def close(self):
        pass
