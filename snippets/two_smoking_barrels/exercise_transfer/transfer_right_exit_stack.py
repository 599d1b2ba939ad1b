"""The locks of both accounts, each once, by number, however many there are."""

import threading
from contextlib import ExitStack


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move `amount` from `source` to `target`."""
    with ExitStack() as held:
        for account in sorted({source, target}, key=lambda one: one.number):
            held.enter_context(account.lock)
        source.balance -= amount
        target.balance += amount
