"""The lock is free again before the item is taken.

The check says: a second thread came into the iterator while the first was still inside
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.iterator = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            iterator = self.iterator
        return next(iterator)
