"""A thread may take an RLock once more, so paying oneself needs no care. The smaller number comes first."""

import threading


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move `amount` from `source` to `target`."""
    lower, higher = (source, target) if source.number < target.number else (target, source)
    with lower.lock, higher.lock:
        source.balance -= amount
        target.balance += amount
