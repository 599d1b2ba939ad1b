"""A bank that can be audited while it works.

Any number of threads call `transfer` and `audit` at the same time. No money gets lost or made, no account is overdrawn,
nobody waits forever, and every audit shows a moment that really was: all the money is there, and none is on its way.

There are at least three good ways: one lock for the bank; a lock for each account; or no lock at all, but one thread
that owns the accounts and gets its orders from a queue. Solve it one way, then another: the check accepts them all.
"""


class Bank:
    """Accounts with names, and money that moves between them."""

    # TODO: let nobody look at, or add to, a transfer that is half done.

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank; `balances` stays the caller's. If it needs a thread of its own, start it here."""
        self.balances = dict(balances)

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True; or move nothing and return False, if `source` has less than that.

        A name that no account has raises `KeyError` in the caller, moves nothing, and disturbs nobody else.
        """
        if self.balances[source] < amount:
            return False
        self.balances[source] -= amount
        self.balances[target] += amount
        return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment, in a dictionary that is the caller's own."""
        return dict(self.balances)

    def close(self) -> None:
        """End what `__init__` has started. After that, nobody calls `transfer` or `audit` any more."""
