"""A lock for each account, taken in the order of the alphabet; the audit takes them all.

Transfers between other accounts go on at the same time. The price is the order, which everybody has to keep forever.
"""

import threading
from contextlib import ExitStack


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.Lock()


class Bank:
    """Accounts with names, and money that moves between them."""

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank."""
        self.accounts = {name: Account(balance) for name, balance in sorted(balances.items())}

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True, or move nothing and return False if `source` has less than that."""
        giver, taker = self.accounts[source], self.accounts[target]
        with ExitStack() as held:
            for name in sorted({source, target}):  # a set: an account that pays itself is locked once
                held.enter_context(self.accounts[name].lock)
            if giver.balance < amount:
                return False
            giver.balance -= amount
            taker.balance += amount
            return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        with ExitStack() as held:
            for account in self.accounts.values():
                held.enter_context(account.lock)
            return {name: account.balance for name, account in self.accounts.items()}

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""
