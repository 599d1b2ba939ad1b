"""The hash of a number is no order: those of -1 and -2 are equal.

The check says: waits at
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        return
    first, second = sorted((source, target), key=lambda account: hash(account.number))
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
