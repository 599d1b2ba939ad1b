"""Whether there is such an account is only seen when the money is there.

The check says: transfer(ada, zoe, 101) must raise KeyError
"""

import threading


class Bank:
    """Accounts with names, and money that moves between them."""

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank."""
        self.balances = dict(balances)
        self.lock = threading.Lock()

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True, or move nothing and return False if `source` has less than that."""
        with self.lock:
            if self.balances[source] < amount:
                return False
            if target not in self.balances:
                raise KeyError(target)
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        with self.lock:
            return dict(self.balances)

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""
