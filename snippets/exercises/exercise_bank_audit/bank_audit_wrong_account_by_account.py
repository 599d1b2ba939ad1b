"""Every look is under the lock of its account, but between two looks money moves.

The check says: and there is 300
"""

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


class Bank:
    def __init__(self, balances):
        self.accounts = {name: Account(balance) for name, balance in balances.items()}

    def transfer(self, source, target, amount):
        giver, taker = self.accounts[source], self.accounts[target]
        if source == target:
            return giver.balance >= amount
        first, second = sorted((source, target))
        with self.accounts[first].lock, self.accounts[second].lock:
            if giver.balance < amount:
                return False
            giver.balance -= amount
            taker.balance += amount
            return True

    def audit(self):
        seen = {}
        for name, account in self.accounts.items():
            with account.lock:
                seen[name] = account.balance
        return seen

    def close(self):
        pass
