"""Taken by hand, two locks; given back, one.

The check says: one thread waits at line
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
    first.lock.acquire()
    second.lock.acquire()
    source.balance -= amount
    target.balance += amount
    first.lock.release()
