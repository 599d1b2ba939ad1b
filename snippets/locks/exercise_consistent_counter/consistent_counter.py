"""Count orders and their euros together, so that nobody ever sees the one without the other.

Threads call `incr` and `snapshot` at the same time. No order gets lost, and every snapshot shows a moment that really
was: all orders up to then, and exactly their euros. It is a pair, the orders first, and never goes back behind one that
was told before. Nobody gives up because another thread is at work, and each counter counts for itself.
"""


class Counter:
    """How many orders there were, and how many euros they brought."""

    # TODO: keep the two numbers together.

    def __init__(self) -> None:
        self.orders = 0
        self.euros = 0

    def incr(self, euros: int) -> None:
        """Count one more order."""
        self.orders += 1
        self.euros += euros

    def snapshot(self) -> tuple[int, int]:
        """Tell the orders and their euros."""
        return self.orders, self.euros
