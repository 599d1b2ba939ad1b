"""Who pays himself needs no lock. But does the account exist?

The check says: there is no zoe: transfer(zoe, zoe, 10) must raise KeyError, and answers False
"""

import threading


class Bank:
    def __init__(self, balances):
        self.b = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        if source == target:
            return self.b.get(source, 0) >= amount
        with self.lock:
            self.b[target]
            if self.b[source] < amount:
                return False
            self.b[source] -= amount
            self.b[target] += amount
            return True

    def audit(self):
        with self.lock:
            return dict(self.b)

    def close(self):
        pass
