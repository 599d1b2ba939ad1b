"""The rail has room for ten orders. The eleventh guest has to wait until something is cooked.

The check says: waited until something was cooked; it should only hand in
"""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.orders = queue.Queue(maxsize=10)
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while (dish := self.orders.get()) is not None:
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        for _ in self.threads:
            self.orders.put(None)
        for thread in self.threads:
            thread.join()
