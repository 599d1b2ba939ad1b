"""A cook who was woken, and whose order another one has taken, goes home.

The check says: 2 orders came, and 1 of 2 cooks cooked at the same time; 1 had gone home before close()
"""

import threading


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.slips, self.closing = [], False
        self.c = threading.Condition()
        self.cooked, self.burnt = [], []
        self.team = [threading.Thread(target=self.work) for _ in range(cooks)]
        for t in self.team:
            t.start()

    def work(self):
        while True:
            with self.c:
                if not self.slips and not self.closing:
                    self.c.wait()
                if not self.slips:
                    return
                dish = self.slips.pop(0)
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        with self.c:
            self.slips.append(dish)
            self.c.notify()

    def close(self):
        with self.c:
            self.closing = True
            self.c.notify_all()
        for t in self.team:
            t.join()
