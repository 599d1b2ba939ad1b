"""The amounts are kept, one append each; orders and euros are made from one copy of them."""


class Counter:
    """How many orders there were, and how many euros they brought."""

    def __init__(self) -> None:
        self.amounts: list[int] = []

    def incr(self, euros: int) -> None:
        """Count one more order."""
        self.amounts.append(euros)

    def snapshot(self) -> tuple[int, int]:
        """Tell the orders and their euros."""
        amounts = self.amounts.copy()
        return len(amounts), sum(amounts)
