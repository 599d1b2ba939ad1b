"""The rail has room for a hundred slips: whoever orders one more waits.

The check says: waited until something was cooked; it should only hand in
"""

import threading
import queue


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook, self.cooked, self.burnt = cook, [], []
        self.q = queue.Queue(maxsize=100)
        self.ts = [threading.Thread(target=self.work) for _ in range(cooks)]
        for t in self.ts:
            t.start()

    def work(self):
        while (dish := self.q.get()) is not None:
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        self.q.put(dish)

    def close(self):
        for _ in self.ts:
            self.q.put(None)
        for t in self.ts:
            t.join()
