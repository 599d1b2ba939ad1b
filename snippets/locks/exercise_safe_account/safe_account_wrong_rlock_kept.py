"""An RLock lets its thread in again, so a forgotten release does no harm. To that thread.

The check says: a later call waits at line
"""

import threading


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.RLock()

    def deposit(self, amount):
        self.lock.acquire()
        self.balance += amount
        self.lock.release()

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
