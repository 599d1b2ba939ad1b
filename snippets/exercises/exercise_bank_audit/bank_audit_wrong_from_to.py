"""Both locks are taken in the order of the arguments, so two transfers in opposite directions wait for each other.

The check says: transfer(ben, ada, 20) waits at
"""

import threading
from contextlib import ExitStack


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


class Bank:
    def __init__(self, balances):
        self.accounts = {name: Account(balance) for name, balance in sorted(balances.items())}

    def transfer(self, source, target, amount):
        giver, taker = self.accounts[source], self.accounts[target]
        if giver is taker:
            return giver.balance >= amount
        with giver.lock, taker.lock:
            if giver.balance < amount:
                return False
            giver.balance -= amount
            taker.balance += amount
            return True

    def audit(self):
        with ExitStack() as held:
            for account in self.accounts.values():
                held.enter_context(account.lock)
            return {name: account.balance for name, account in self.accounts.items()}

    def close(self):
        pass
