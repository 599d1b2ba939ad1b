"""All orders are done when `join()` of the queue returns. The cooks do not learn of it.

The check says: close() came back, and not all of its threads have ended
"""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked = []
        self.burnt = []
        self.orders = queue.Queue()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            dish = self.orders.get()
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)
            finally:
                self.orders.task_done()

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        self.orders.join()
