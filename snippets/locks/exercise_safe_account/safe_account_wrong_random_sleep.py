"""A random pause should keep the threads apart. It changes which order comes, not which orders can come.

The check says: 100 + 10 + 20 makes 130, but the account says
"""

import random
import time


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        time.sleep(random.random() / 100)
        self.balance += amount

    def withdraw(self, amount):
        time.sleep(random.random() / 100)
        if self.balance < amount:
            return False
        self.balance -= amount
        return True
