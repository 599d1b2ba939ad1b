"""Both methods go through one that looks and changes under the lock, and the balance is a property."""

import threading


class Account:
    """Money that several threads pay in and take out."""

    def __init__(self, balance: int = 0) -> None:
        self._balance = balance
        self._free = threading.Condition()

    @property
    def balance(self) -> int:
        """How much there is."""
        with self._free:
            return self._balance

    def _change(self, amount: int, least: int) -> bool:
        with self._free:
            if self._balance < least:
                return False
            self._balance += amount
            return True

    def deposit(self, amount: int) -> None:
        """Pay in."""
        self._change(amount, -(10**9))

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        return self._change(-amount, amount)
