"""One lock for all transfers: they keep out each other, but not those who ask for the locks of the accounts.

The check says: together the accounts hold 190, not 200
"""

import threading

BANK = threading.Lock()


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with BANK:
        source.balance -= amount
        target.balance += amount
