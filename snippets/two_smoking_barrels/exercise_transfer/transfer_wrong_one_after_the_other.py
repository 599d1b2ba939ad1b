"""Never two locks at a time, so no deadlock; but in between the money is nowhere.

The check says: together the accounts hold 190, not 200
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
    with target.lock:
        target.balance += amount
