"""That there is no such account it notices when the money is already taken away.

The check says: together 290, and there is 300
"""

import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        with self.lock:
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self):
        with self.lock:
            return dict(self.balances)

    def close(self):
        pass
