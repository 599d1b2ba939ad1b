"""`+=` looks like one step, so no lock is needed.

The check says: 100 + 10 + 20 makes 130, but the account says
"""


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount
            return True
        return False
