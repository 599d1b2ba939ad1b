"""The lock of the smaller number always comes first, so no circle of waiting threads can close."""

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
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
