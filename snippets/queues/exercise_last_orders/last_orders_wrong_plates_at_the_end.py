"""Nobody sees a dish before the evening is over: close() puts them all on the list.

The check says: before close(), when all is cooked, cooked is []
"""

from concurrent.futures import ThreadPoolExecutor


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook, self.cooked, self.burnt = cook, [], []
        self.pool = ThreadPoolExecutor(cooks)
        self.fs = []

    def order(self, dish):
        self.fs.append((dish, self.pool.submit(self.cook, dish)))

    def close(self):
        self.pool.shutdown()
        for d, f in self.fs:
            if f.exception():
                self.burnt.append(d)
            else:
                self.cooked.append(f.result())
