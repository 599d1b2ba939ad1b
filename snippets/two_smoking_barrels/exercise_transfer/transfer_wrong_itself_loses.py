"""An account that pays itself is not asked for its lock twice: it is skipped too late, when the money has gone.

The check says: in the end a holds 90, not 100
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        source.balance -= amount
        return
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
