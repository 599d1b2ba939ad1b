"""A few shelves for all accounts, by the last digit: two accounts may lie on one, and then have no order.

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
    first, second = sorted((source, target), key=lambda account: account.number % 10)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
