"""A flag says that somebody is at work. But between the look at it and the write, another one looks, too.

The check says: makes 130, but the account says
"""

class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.busy = False

    def deposit(self, amount):
        while self.busy:
            pass
        self.busy = True
        try:
            self.balance += amount
        finally:
            self.busy = False

    def withdraw(self, amount):
        while self.busy:
            pass
        self.busy = True
        try:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
        finally:
            self.busy = False
