"""The bank closes, and nobody tells its owner.

The check says: close() has come back, and 1 thread of the bank has not ended
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
            try:
                answer.put((work(), None))
            except KeyError as mistake:
                answer.put((None, mistake))

    def ask(self, work):
        answer = queue.Queue()
        self.orders.put((work, answer))
        told, mistake = answer.get()
        if mistake:
            raise mistake
        return told

    def move(self, source, target, amount):
        if target not in self.balances:
            raise KeyError(target)
        if self.balances[source] < amount:
            return False
        self.balances[source] -= amount
        self.balances[target] += amount
        return True

    def transfer(self, source, target, amount):
        return self.ask(lambda: self.move(source, target, amount))

    def audit(self):
        return self.ask(lambda: dict(self.balances))

    def close(self):
        self.orders = None
