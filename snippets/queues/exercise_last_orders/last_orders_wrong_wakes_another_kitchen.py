"""All kitchens share one condition, so that notify may wake a cook of another kitchen, who sleeps again.

The check says: of two kitchens, both idle, one was asked for 'pie', and nobody began to cook it
"""

import threading

news = threading.Condition()


class Kitchen:
    def __init__(self, cooks, cook):
        self.cook = cook
        self.cooked, self.burnt, self.orders = [], [], []
        self.closed = False
        self.threads = [threading.Thread(target=self.work) for _ in range(cooks)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            with news:
                while not self.orders and not self.closed:
                    news.wait()
                if not self.orders:
                    return
                dish = self.orders.pop(0)
            try:
                self.cooked.append(self.cook(dish))
            except Exception:
                self.burnt.append(dish)

    def order(self, dish):
        with news:
            self.orders.append(dish)
            news.notify()

    def close(self):
        with news:
            self.closed = True
            news.notify_all()
        for thread in self.threads:
            thread.join()
