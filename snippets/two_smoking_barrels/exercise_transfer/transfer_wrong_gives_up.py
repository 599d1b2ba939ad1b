"""Who cannot have both locks puts back the first one, and the payment is forgotten.

The check says: in the end
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
        if not target.lock.acquire(blocking=False):
            return
        source.balance -= amount
        target.balance += amount
        target.lock.release()
