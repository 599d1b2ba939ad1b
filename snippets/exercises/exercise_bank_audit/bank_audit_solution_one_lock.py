"""One lock for the whole bank: the easiest to get right. Only one transfer, or one audit, runs at a time."""

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
            if target not in self.balances:
                raise KeyError(target)
            if self.balances[source] < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        with self.lock:
            return dict(self.balances)

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""
