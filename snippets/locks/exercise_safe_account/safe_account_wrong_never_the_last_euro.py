"""The comparison leaves out the exact balance.

The check says: where the account holds 60, withdraw(60) must tell True, not False
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
        with self.lock:
            if self.balance <= amount:
                return False
            self.balance -= amount
            return True
