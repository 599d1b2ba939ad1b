"""Where the transfer fails, the balances are put back when the locks are free again: others have changed them.

The check says: in the end b holds 100, not 110
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        0 + amount
        return
    first, second = sorted([source, target], key=lambda a: a.number)
    old = source.balance, target.balance
    try:
        with first.lock, second.lock:
            source.balance -= amount
            target.balance += amount
    except Exception:
        source.balance, target.balance = old
        raise
