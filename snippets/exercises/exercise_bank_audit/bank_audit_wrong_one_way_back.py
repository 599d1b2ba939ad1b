"""One queue for all answers: a caller may get that of another.

The check says: answers {
"""

import queue
import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.orders = queue.Queue()
        self.answers = queue.Queue()
        self.owner = threading.Thread(target=self.serve, name="owner")
        self.owner.start()

    def serve(self):
        while (order := self.orders.get()) is not None:
            work, answer = order, self.answers
            try:
                answer.put((work(), None))
            except KeyError as mistake:
                answer.put((None, mistake))

    def ask(self, work):
        self.orders.put(work)
        told, mistake = self.answers.get()
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
        self.orders.put(None)
        self.owner.join()
