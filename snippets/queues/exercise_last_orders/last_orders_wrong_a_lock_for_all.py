"""A lock around the whole work: only one cook cooks at a time.

The check says: 1 of 2 cooks cooked at the same time
"""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.lock = threading.Lock()
        self.orders = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            with self.lock:
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
        for _ in self.threads:
            self.orders.put(None)
        for thread in self.threads:
            thread.join()
