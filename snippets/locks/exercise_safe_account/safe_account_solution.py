"""One lock an account, made with the account, held from the first look to the last write."""

import threading


class Account:
    """Money that several threads pay in and take out."""

    def __init__(self, balance: int = 0) -> None:
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount: int) -> None:
        """Pay in."""
        with self.lock:
            self.balance += amount

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        with self.lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True
