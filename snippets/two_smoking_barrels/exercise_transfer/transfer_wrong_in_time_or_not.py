"""A deadlock shall end by itself: after a second the thread goes on without the second lock.

The check says: in the end
"""

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        return
    with source.lock:
        got = target.lock.acquire(timeout=1)
        source.balance -= amount
        target.balance += amount
        if got:
            target.lock.release()
