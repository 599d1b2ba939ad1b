"""Each call has a lock of its own.

The check says: a second thread came into the iterator while the first was still inside
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        with threading.Lock():
            return next(self.iterator)
