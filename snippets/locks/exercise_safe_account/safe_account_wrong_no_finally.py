"""`acquire` and `release` by hand: an early return or an error skips the release.

The check says: a later call waits at line
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        self.lock.acquire()
        self.balance += amount
        self.lock.release()

    def withdraw(self, amount):
        self.lock.acquire()
        if self.balance < amount:
            self.lock.release()
            return False
        self.balance -= amount
        self.lock.release()
        return True
