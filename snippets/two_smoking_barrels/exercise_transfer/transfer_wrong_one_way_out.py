"""There are two ways through it, and on one of them the locks are kept where the transfer fails.

The check says: the lock of a is still taken
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        source.balance + amount
    elif source.number > target.number:
        with target.lock, source.lock:
            source.balance -= amount
            target.balance += amount
    else:
        source.lock.acquire()
        target.lock.acquire()
        source.balance -= amount
        target.balance += amount
        target.lock.release()
        source.lock.release()
