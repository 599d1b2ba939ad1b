"""An executor is a line of orders and a number of cooks, too, and its `shutdown()` waits for all of them."""

from concurrent.futures import ThreadPoolExecutor


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked, self.burnt = [], []
        self.executor = ThreadPoolExecutor(max_workers=cooks)

    def one(self, dish):
        try:
            self.cooked.append(self.cook(dish))
        except Exception:
            self.burnt.append(dish)

    def order(self, dish):
        self.executor.submit(self.one, dish)

    def close(self):
        self.executor.shutdown()
