"""A flag says that the kitchen is closed. Whoever sees it leaves, whatever is still on the rail.

The check says: close() came back, and nobody has cooked 'soup'
"""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.closed = False
        self.orders = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while not self.closed:
            dish = self.orders.get()
            if dish is None:
                break
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        self.closed = True
        for _ in self.threads:
            self.orders.put(None)
        for thread in self.threads:
            thread.join()
