"""The locks are given back by hand, and not where the transfer fails.

The check says: all calls of transfer have come back, and the lock of a is still taken
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
    first.lock.acquire()
    second.lock.acquire()
    source.balance -= amount
    target.balance += amount
    second.lock.release()
    first.lock.release()
