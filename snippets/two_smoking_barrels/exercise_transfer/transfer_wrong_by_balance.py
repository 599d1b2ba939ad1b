"""An order that changes while it is used is no order: here, the poorer account first.

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
    first, second = sorted((source, target), key=lambda account: account.balance)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
