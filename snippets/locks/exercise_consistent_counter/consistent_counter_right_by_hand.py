"""A semaphore of one, given back in `finally`."""

import threading


class Counter:
    """How many orders there were, and how many euros they brought."""

    def __init__(self) -> None:
        self.numbers = {"orders": 0, "euros": 0}
        self.gate = threading.Semaphore(1)

    def incr(self, euros: int) -> None:
        """Count one more order."""
        self.gate.acquire()
        try:
            self.numbers["orders"] += 1
            self.numbers["euros"] += euros
        finally:
            self.gate.release()

    def snapshot(self) -> tuple[int, int]:
        """Tell the orders and their euros."""
        self.gate.acquire()
        try:
            return self.numbers["orders"], self.numbers["euros"]
        finally:
            self.gate.release()
