"""A call that fails does nothing and says nothing: who paid in never learns of it.

The check says: deposit("ten") must fail with an exception, and it raises none
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
            try:
                self.balance += amount
            except TypeError:
                pass

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
