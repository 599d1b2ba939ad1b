"""One thread owns the accounts, but a transfer is two orders, and an audit may come in between.

The check says: together 290, and there is 300
"""

import queue
import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.orders = queue.Queue()
        self.owner = threading.Thread(target=self.serve)
        self.owner.start()

    def serve(self):
        while (order := self.orders.get()) is not None:
            work, answer = order
            answer.put(work())

    def ask(self, work):
        answer = queue.Queue()
        self.orders.put((work, answer))
        return answer.get()

    def withdraw(self, name, amount):
        if self.balances[name] < amount:
            return False
        self.balances[name] -= amount
        return True

    def deposit(self, name, amount):
        self.balances[name] += amount

    def transfer(self, source, target, amount):
        if not self.ask(lambda: self.withdraw(source, amount)):
            return False
        self.ask(lambda: self.deposit(target, amount))
        return True

    def audit(self):
        return self.ask(lambda: dict(self.balances))

    def close(self):
        self.orders.put(None)
        self.owner.join()
