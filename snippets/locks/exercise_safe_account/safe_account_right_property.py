"""The balance is a property: who asks for it waits until nobody is at work."""

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

    def deposit(self, amount: int) -> None:
        """Pay in."""
        with self._free:
            self._balance = self._balance + amount

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        with self._free:
            left = self._balance - amount
            if left >= 0:
                self._balance = left
            return left >= 0
