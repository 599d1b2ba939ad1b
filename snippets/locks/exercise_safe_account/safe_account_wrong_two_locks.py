"""One lock for paying in, one for taking out. But both are about the same balance.

The check says: 100 + 10 - 30 makes 80, but the account says
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.in_lock = threading.Lock()
        self.out_lock = threading.Lock()

    def deposit(self, amount):
        with self.in_lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.out_lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
