"""Writers make a new pair under a lock; a reader takes whichever pair there is, and needs none."""

import threading


class Counter:
    """How many orders there were, and how many euros they brought."""

    def __init__(self) -> None:
        self.pair = (0, 0)
        self.lock = threading.Lock()

    def incr(self, euros: int) -> None:
        """Count one more order."""
        with self.lock:
            orders, old = self.pair
            self.pair = (orders + 1, old + euros)

    def snapshot(self) -> tuple[int, int]:
        """Tell the orders and their euros."""
        return self.pair
