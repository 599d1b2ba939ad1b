"""The lock is taken and given back by hand, in a `finally` on every way out."""

import threading


class Account:
    """Money that several threads pay in and take out."""

    def __init__(self, balance: int = 0) -> None:
        self.balance = balance
        self.guard = threading.RLock()

    def deposit(self, amount: int) -> None:
        """Pay in."""
        self.guard.acquire()
        try:
            self.balance = self.balance + amount
        finally:
            self.guard.release()

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        self.guard.acquire()
        try:
            enough = self.balance >= amount
            if enough:
                self.balance = self.balance - amount
            return enough
        finally:
            self.guard.release()
