"""Nobody should wait forever, so after a second the thread goes on, with the lock or without.

The check says: makes 130, but the account says
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.RLock()

    def deposit(self, amount):
        got = self.lock.acquire(timeout=1)
        self.balance += amount
        if got:
            self.lock.release()

    def withdraw(self, amount):
        got = self.lock.acquire(timeout=1)
        try:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
        finally:
            if got:
                self.lock.release()
