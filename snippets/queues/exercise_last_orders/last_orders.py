"""A kitchen with several cooks, which closes when the last order is cooked.

`Kitchen(cooks, cook)` starts as many threads as `cooks` says. `order(dish)` hands in an order and does not wait. Each
order is taken by one of the threads, which calls `cook(dish)` once and appends what it returns to `cooked`. If it
raises an exception, the dish is appended to `burnt`, and the thread goes on with the next order. Threads without an
order sleep until one comes. A dish is any string, may be ordered twice, and may have no name: `""`.

`close()` is called once, after the last order. It waits until all orders have been taken care of and all threads have
ended. Two kitchens have nothing to do with each other.
"""

import threading
from collections.abc import Callable


class Kitchen:
    """Cooks that wait for orders."""

    def __init__(self, cooks: int, cook: Callable[[str], str]) -> None:
        self.cook = cook
        self.cooked: list[str] = []
        self.burnt: list[str] = []
        self.orders: list[str] = []
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self) -> None:
        """The evening of a cook."""
        # TODO: wait for orders, until the kitchen closes.
        while self.orders:
            self.cooked.append(self.cook(self.orders.pop(0)))

    def order(self, dish: str) -> None:
        """Hand in an order."""
        self.orders.append(dish)

    def close(self) -> None:
        """Wait until all is cooked and the cooks have gone home."""
        # TODO: how do the cooks learn of it?
        for thread in self.threads:
            thread.join()
