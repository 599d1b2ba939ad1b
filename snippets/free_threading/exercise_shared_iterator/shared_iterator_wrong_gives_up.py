"""Whoever finds the lock taken gets no item.

The check says: two threads took one ticket each
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.iterator = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        if not self.lock.acquire(blocking=False):
            raise StopIteration
        try:
            return next(self.iterator)
        finally:
            self.lock.release()
