"""A transfer makes a new dictionary, so nobody copies it for an audit. But the caller may change what he gets.

The check says: who called audit() has emptied the dictionary that it returned
"""

import threading


class Bank:
    def __init__(self, balances):
        self._now = dict(balances)
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
        return self._now

    def close(self):
        pass
