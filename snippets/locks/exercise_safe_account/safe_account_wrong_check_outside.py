"""The look is before the lock: what it saw may be gone when the money is taken.

The check says: withdrawing 70 twice from 70 leaves 0, but the account says -70
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        if self.balance < amount:
            return False
        with self.lock:
            self.balance -= amount
        return True
