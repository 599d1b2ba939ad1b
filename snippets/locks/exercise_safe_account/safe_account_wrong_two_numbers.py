"""What came in and what went out have a lock each, and whoever looks at the balance reads one after the other.

The check says: balance says -10, which was never in the account
"""

import threading


class Account:
    """Money that several threads pay in and take out."""

    def __init__(self, balance: int = 0) -> None:
        self.paid_in = balance
        self.paid_out = 0
        self.lock_in = threading.Lock()
        self.lock_out = threading.Lock()

    @property
    def balance(self) -> int:
        """What is left."""
        return self.paid_in - self.paid_out

    def deposit(self, amount: int) -> None:
        """Pay in."""
        with self.lock_in:
            self.paid_in += amount

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        with self.lock_out:
            if self.balance < amount:
                return False
            self.paid_out += amount
            return True
