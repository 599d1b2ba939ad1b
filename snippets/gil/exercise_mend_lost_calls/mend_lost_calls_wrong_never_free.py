"""The call returns, and its lock is taken for good.

The check says: comes to a standstill
"""

import threading


class Station:
    def __init__(self):
        self.callers = 0
        self.lock = threading.Lock()

    def answer(self):
        self.lock.acquire()
        self.callers += 1
        return self.callers
        self.lock.release()
