"""The word "stop" tells a cook to go home, and nobody thinks of a dish that is called so.

The check says: nobody has cooked 'stop'
"""

import queue
import threading
from collections.abc import Callable


class Kitchen:
    """Cooks that wait for orders."""

    def __init__(self, cooks: int, cook: Callable[[str], str]) -> None:
        self.cook = cook
        self.cooked: list[str] = []
        self.burnt: list[str] = []
        self.orders: queue.Queue[str] = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self) -> None:
        """The evening of a cook."""
        while (dish := self.orders.get()) != "stop":
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish: str) -> None:
        """Hand in an order."""
        self.orders.put(dish)

    def close(self) -> None:
        """Wait until all is cooked and the cooks have gone home."""
        for _ in self.threads:
            self.orders.put("stop")
        for thread in self.threads:
            thread.join()
