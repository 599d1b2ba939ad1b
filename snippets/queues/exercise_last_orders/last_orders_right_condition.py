"""A list and a condition: cooks sleep until there is an order or the kitchen is closed."""

import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked, self.burnt, self.orders = [], [], []
        self.is_closed = False
        self.changed = threading.Condition()
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.orders or self.is_closed)
                if not self.orders:
                    return
                dish = self.orders.pop(0)
            try:
                plate = self.cook(dish)
            except Exception:
                with self.changed:
                    self.burnt.append(dish)
            else:
                with self.changed:
                    self.cooked.append(plate)

    def order(self, dish):
        with self.changed:
            self.orders.append(dish)
            self.changed.notify()

    def close(self):
        with self.changed:
            self.is_closed = True
            self.changed.notify_all()
        for thread in self.threads:
            thread.join()
