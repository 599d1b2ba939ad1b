"""The money is taken before it is known whether there is enough: who looks at the balance meanwhile sees a debt.

The check says: is refused, balance says -10, which was never in the account
"""

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
            self.balance -= amount
            if self.balance < 0:
                self.balance += amount
                return False
            return True
