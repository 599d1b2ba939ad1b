"""The lock belongs to the class: it is that of every account.

The check says: two objects of Account have the same lock
"""

import threading


class Account:
    lock = threading.RLock()

    def __init__(self, number, balance):
        self.number = number
        self.balance = balance


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
