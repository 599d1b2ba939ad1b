"""The exception is caught, and that is all.

The check says: burnt is [], not ['fish', 'fish'] in any order
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
                pass

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        for _ in self.threads:
            self.orders.put(None)
        for thread in self.threads:
            thread.join()
