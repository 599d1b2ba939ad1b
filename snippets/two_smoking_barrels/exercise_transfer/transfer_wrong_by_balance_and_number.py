"""The poorer account first, and by number where both hold as much: that changes when somebody else pays.

The check says: transfer(b, a, 20) waits at line
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    0 + amount
    if source is target:
        return
    first, second = sorted([source, target], key=lambda a: (a.balance, a.number))
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
