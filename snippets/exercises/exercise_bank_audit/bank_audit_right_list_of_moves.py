"""Nothing is ever changed: what an account holds is what all moves so far make of it."""

import threading


class Bank:
    """Accounts with names, and money that moves between them."""

    def __init__(self, balances: dict[str, int]) -> None:
        """Open the bank."""
        self.opening = dict(balances)
        self.moves: list[tuple[str, str, int]] = []
        self.lock = threading.Lock()

    def transfer(self, source: str, target: str, amount: int) -> bool:
        """Move `amount` and return True, or move nothing and return False if `source` has less than that."""
        with self.lock:
            held = self.audit()
            if target not in held:
                raise KeyError(target)
            if held[source] < amount:
                return False
            self.moves.append((source, target, amount))
            return True

    def audit(self) -> dict[str, int]:
        """Tell what every account holds, all at the same moment."""
        held = dict(self.opening)
        for source, target, amount in tuple(self.moves):
            held[source] -= amount
            held[target] += amount
        return held

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""
