"""The bell is cleared after the look at the rail: an order that comes between both is not heard.

The check says: 'rice' was ordered, all else was done, and nobody began to cook it
"""

import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.slips, self.closing = [], False
        self.bell = threading.Event()
        self.cooked, self.burnt = [], []
        self.team = [threading.Thread(target=self.work) for _ in range(cooks)]
        for t in self.team:
            t.start()

    def work(self):
        while True:
            self.bell.wait()
            try:
                dish = self.slips.pop(0)
            except IndexError:
                if self.closing:
                    return
                self.bell.clear()
                continue
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.slips.append(dish)
        self.bell.set()

    def close(self):
        self.closing = True
        self.bell.set()
        for t in self.team:
            t.join()
