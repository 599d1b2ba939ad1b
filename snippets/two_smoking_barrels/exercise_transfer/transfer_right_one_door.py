"""Only one thread at a time may collect two locks, so no two can wait for each other."""

import threading

DOOR = threading.Lock()


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move `amount` from `source` to `target`."""
    if source is not target:
        DOOR.acquire()
        source.lock.acquire()
        target.lock.acquire()
        DOOR.release()
        try:
            source.balance -= amount
            target.balance += amount
        finally:
            target.lock.release()
            source.lock.release()
