"""First `join()`, until the last order is done; then one `None`, which each cook hands on to the next."""

import queue
import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked, self.burnt = [], []
        self.orders = queue.Queue()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while (dish := self.orders.get()) is not None:
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)
            finally:
                self.orders.task_done()
        self.orders.put(None)

    def order(self, dish):
        self.orders.put(dish)

    def close(self):
        self.orders.join()
        self.orders.put(None)
        for thread in self.threads:
            thread.join()
