"""One worker of an executor owns the accounts; its futures carry answers and exceptions back."""

from concurrent.futures import ThreadPoolExecutor


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.owner = ThreadPoolExecutor(max_workers=1)

    def move(self, source, target, amount):
        if target not in self.balances:
            raise KeyError(target)
        if self.balances[source] < amount:
            return False
        self.balances[source] -= amount
        self.balances[target] += amount
        return True

    def transfer(self, source, target, amount):
        return self.owner.submit(self.move, source, target, amount).result()

    def audit(self):
        return self.owner.submit(self.balances.copy).result()

    def close(self):
        self.owner.shutdown()
