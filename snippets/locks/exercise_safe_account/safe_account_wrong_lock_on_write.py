"""Only writing is dangerous, so only the write is locked.

The check says: 100 + 10 + 20 makes 130, but the account says
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        new_balance = self.balance + amount
        with self.lock:
            self.balance = new_balance

    def withdraw(self, amount):
        if self.balance < amount:
            return False
        new_balance = self.balance - amount
        with self.lock:
            self.balance = new_balance
        return True
