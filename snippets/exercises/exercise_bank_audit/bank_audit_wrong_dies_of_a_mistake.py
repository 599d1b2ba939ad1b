"""The owner dies of the first mistake, and nobody who asks later gets an answer.

The check says: owner raises KeyError: 'zoe'
"""

import queue
import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.orders = queue.Queue()
        self.owner = threading.Thread(target=self.serve, name="owner")
        self.owner.start()

    def serve(self):
        while (order := self.orders.get()) is not None:
            work, answer = order
            answer.put(work())

    def ask(self, work):
        answer = queue.Queue()
        self.orders.put((work, answer))
        return answer.get()

    def move(self, source, target, amount):
        enough = self.balances[source] >= amount
        if enough:
            self.balances = self.balances | {target: self.balances[target] + amount}
            self.balances[source] -= amount
        return enough

    def transfer(self, source, target, amount):
        return self.ask(lambda: self.move(source, target, amount))

    def audit(self):
        return self.ask(lambda: dict(self.balances))

    def close(self):
        self.orders.put(None)
        self.owner.join()
