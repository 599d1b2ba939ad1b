"""A lock for each account: and an account that pays itself waits for its own.

The check says: comes to a standstill
"""

import threading
from contextlib import ExitStack


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.locks = {name: threading.Lock() for name in balances}

    def transfer(self, source, target, amount):
        first, second = sorted((source, target))
        with self.locks[first], self.locks[second]:
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self):
        with ExitStack() as held:
            for name in sorted(self.locks):
                held.enter_context(self.locks[name])
            return dict(self.balances)

    def close(self):
        pass
