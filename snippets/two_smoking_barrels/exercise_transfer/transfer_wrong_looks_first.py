"""Wait until both locks are free, then take them. But free when seen is not free when taken.

The check says: comes to a standstill
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
    while source.lock.locked() or target.lock.locked():
        pass
    with source.lock, target.lock:
        source.balance -= amount
        target.balance += amount
