"""Move money between two accounts that each have a lock of their own.

Whoever holds both locks sees all the money: it is never on its way; and whoever holds the lock of one account sees
nothing change in it. Transfers may run both ways and in circles at the same time, and from an account to itself; none
of them waits forever, none is left out, and when they are done, all locks are free. Each account has a number that no
other has. An account may be overdrawn, and an amount may be below 0. A transfer returns nothing; one that fails
(somebody moves "ten") raises an exception, changes nothing, and leaves the locks free.
"""

import threading


class Account:
    """Money, and the lock that must be held to look at it or to change it."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move `amount` from `source` to `target`."""
    # TODO: hold both locks while the money moves. In which order do you take them?
    source.balance -= amount
    target.balance += amount
