"""Make `Account` safe for several threads.

Whatever the threads do at the same time: no payment gets lost, no money is spent twice, and what `withdraw` tells is
true. Nobody gives up because another thread is at work. A call that fails (somebody pays in "ten") raises an exception,
changes nothing and locks nobody else out. Each account stands by itself, and `balance` says what is in it, whoever
looks and whenever.
"""


class Account:
    """Money that several threads pay in and take out."""

    # TODO: guard the balance.

    def __init__(self, balance: int = 0) -> None:
        self.balance = balance

    def deposit(self, amount: int) -> None:
        """Pay in."""
        self.balance += amount

    def withdraw(self, amount: int) -> bool:
        """Take out if there is enough; say whether there was."""
        if self.balance < amount:
            return False
        self.balance -= amount
        return True
