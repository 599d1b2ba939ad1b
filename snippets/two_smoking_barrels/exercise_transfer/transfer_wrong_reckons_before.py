"""The new balances are reckoned before the locks are taken, and may be old ones by then.

The check says: in the end
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
    first, second = sorted((source, target), key=lambda account: account.number)
    left, got = source.balance - amount, target.balance + amount
    with first.lock, second.lock:
        source.balance = left
        target.balance = got
