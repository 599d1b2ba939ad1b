"""Who does not get the lock in time goes on without it.

The check says: together 290, and there is 300
"""

import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        taken = self.lock.acquire(timeout=5)
        try:
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True
        finally:
            if taken:
                self.lock.release()

    def audit(self):
        with self.lock:
            return dict(self.balances)

    def close(self):
        pass
