"""The owner is started by the first call. If nobody ever calls, close() joins a thread that was not started.

The check says: close() raises RuntimeError: cannot join thread before it is started
"""

import queue
import threading
from concurrent.futures import Future


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.orders = queue.Queue()
        self.lock = threading.Lock()
        self.owner = threading.Thread(target=self.own)
        self.has_begun = False

    def own(self):
        for order, answer in iter(self.orders.get, None):
            try:
                answer.set_result(order())
            except KeyError as error:
                answer.set_exception(error)

    def ask(self, order):
        with self.lock:
            if not self.has_begun:
                self.owner.start()
                self.has_begun = True
        answer = Future()
        self.orders.put((order, answer))
        return answer.result()

    def transfer(self, source, target, amount):
        def move():
            has, _ = self.balances[source], self.balances[target]
            if has < amount:
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True

        return self.ask(move)

    def audit(self):
        return self.ask(self.balances.copy)

    def close(self):
        self.orders.put(None)
        self.owner.join()
