"""The lock is held while the audit asks for the items. But they are a view, which looks into the dictionary only later.

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
        with self.lock:
            accounts = self.balances.items()
        return dict(accounts)

    def close(self):
        pass
