"""The dictionary of the caller is never changed here; but the caller may change it.

The check says: the caller has emptied the dictionary that it gave
"""

import threading


class Bank:
    def __init__(self, balances):
        self._now = balances
        self._lock = threading.Lock()

    def transfer(self, source, target, amount):
        with self._lock:
            new = dict(self._now)
            new[target]
            if new[source] < amount:
                return False
            new[source] -= amount
            new[target] += amount
            self._now = new
            return True

    def audit(self):
        return dict(self._now)

    def close(self):
        pass
