"""The lock of the account that pays is enough, as only that one could run dry. But the other one changes, too.

The check says: in the end b holds
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        source.balance -= amount
        target.balance += amount
