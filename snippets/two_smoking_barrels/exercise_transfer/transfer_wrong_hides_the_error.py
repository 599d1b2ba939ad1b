"""A transfer that fails says nothing: who moved the money believes that it was moved.

The check says: transfer(a, b, "ten") must fail with an exception, and it raises none
"""

import threading


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move `amount` from `source` to `target`."""
    if source is target:
        return
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock, second.lock:
        try:
            source.balance -= amount
            target.balance += amount
        except TypeError:
            print("no transfer")
