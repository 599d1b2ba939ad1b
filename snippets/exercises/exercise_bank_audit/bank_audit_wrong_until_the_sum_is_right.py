"""The audit looks again until the sum is right. It is, too, when a part of one transfer and of another is missing.

The check says: No order of the calls gives this
"""

import threading


class Bank:
    """Accounts with names, and money that moves between them."""

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank."""
        self.balances = dict(balances)
        self.lock = threading.Lock()
        self.total = sum(balances.values())

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True, or move nothing and return False if `source` has less than that."""
        with self.lock:
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        while True:
            seen = {name: self.balances[name] for name in self.balances}
            if sum(seen.values()) == self.total:
                return seen

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""
