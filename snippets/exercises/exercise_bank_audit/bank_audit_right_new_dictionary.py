"""A transfer makes a new dictionary, and puts it in the place of the old one at once: who audits needs no lock."""

import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source, target, amount):
        with self.lock:
            held = dict(self.balances)
            if held[source] < amount:
                return False
            held[source] -= amount
            held[target] += amount
            self.balances = held
            return True

    def audit(self):
        return dict(self.balances)

    def close(self):
        pass
