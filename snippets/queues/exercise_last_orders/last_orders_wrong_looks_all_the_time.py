"""A list, a lock, and a loop that looks again and again.

The check says: it has to sleep until one comes
"""

import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.closed = False
        self.lock = threading.Lock()
        self.orders = []
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            with self.lock:
                if not self.orders:
                    if self.closed:
                        break
                    continue
                dish = self.orders.pop(0)
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.orders.append(dish)

    def close(self):
        self.closed = True
        for thread in self.threads:
            thread.join()
