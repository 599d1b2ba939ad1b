"""The worker belongs to the class: every bank replaces it, and closes that of the newest.

The check says: cannot schedule new futures after shutdown
"""

from concurrent.futures import ThreadPoolExecutor


class Bank:
    ex = None

    def __init__(self, balances):
        Bank.ex = ThreadPoolExecutor(1)
        self.b = dict(balances)

    def go(self, source, target, amount):
        self.b[target]
        if self.b[source] < amount:
            return False
        self.b[source] -= amount
        self.b[target] += amount
        return True

    def transfer(self, *a):
        return self.ex.submit(self.go, *a).result()

    def audit(self):
        return self.ex.submit(self.b.copy).result()

    def close(self):
        self.ex.shutdown()
