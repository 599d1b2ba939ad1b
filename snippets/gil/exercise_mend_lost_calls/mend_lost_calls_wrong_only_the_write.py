"""The lock is taken for the write alone, when the number is out of date.

The check says: two calls were answered, and callers is 1
"""

import threading


class Station:
    def __init__(self):
        self.callers = 0
        self.lock = threading.Lock()

    def answer(self):
        number = self.callers + 1
        with self.lock:
            self.callers = number
        return number
