"""One lock for both numbers, and the reader takes it too."""

import threading


class Counter:
    """How many orders there were, and how many euros they brought."""

    def __init__(self) -> None:
        self.orders = 0
        self.euros = 0
        self.lock = threading.Lock()

    def incr(self, euros: int) -> None:
        """Count one more order."""
        with self.lock:
            self.orders += 1
            self.euros += euros

    def snapshot(self) -> tuple[int, int]:
        """Tell the orders and their euros."""
        with self.lock:
            return self.orders, self.euros
