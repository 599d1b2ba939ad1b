"""Every call makes a lock of its own, which nobody else ever holds.

The check says: 100 + 10 + 20 makes 130, but the account says
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        lock = threading.Lock()
        with lock:
            self.balance += amount

    def withdraw(self, amount):
        lock = threading.Lock()
        with lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
