"""The cooks go home as soon as there is nothing to do. The next guest comes a moment later.

The check says: 4 orders came, and 0 of 2 cooks cooked at the same time
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
        while True:
            try:
                dish = self.orders.get(timeout=0.05)
            except queue.Empty:
                break
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        for thread in self.threads:
            thread.join()
