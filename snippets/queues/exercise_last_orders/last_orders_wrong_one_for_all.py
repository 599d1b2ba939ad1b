"""A single `None`. One cook takes it and goes home; the others wait for one of their own.

The check says: close() waits forever
"""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.orders = queue.Queue()
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
        self.orders.put(None)
        for thread in self.threads:
            thread.join()
