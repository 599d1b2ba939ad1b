"""The money is safe; but what is told is looked up again when the lock is free, and then it may be somebody else's.

The check says: one must tell True and one False
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()
        self.done = False

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            before = self.balance
            if before >= amount:
                self.balance -= amount
                self.done = True
            else:
                self.done = False
        return self.done
