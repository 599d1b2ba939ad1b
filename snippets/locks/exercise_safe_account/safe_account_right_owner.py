"""A queue of one token is the lock: who has the token may look and change."""

import queue


class Account:
    """Money that several threads pay in and take out."""

    def __init__(self, balance: int = 0) -> None:
        self.balance = balance
        self.tokens: queue.Queue[str] = queue.Queue()
        self.tokens.put("token")

    def deposit(self, amount: int) -> None:
        """Pay in."""
        token = self.tokens.get()
        try:
            self.balance += amount
        finally:
            self.tokens.put(token)

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        token = self.tokens.get()
        try:
            if amount > self.balance:
                return False
            self.balance -= amount
            return True
        finally:
            self.tokens.put(token)
