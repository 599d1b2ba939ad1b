"""Both locks, that of the account that pays first. Two transfers in opposite directions point at each other.

The check says: transfer(b, a, 20) waits at
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
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount
