"""A loop gets the bare iterator, and goes around the lock.

The check says: iter() of a OneAtATime returns something else than the object itself
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.iterator = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self):
        return self.iterator

    def __next__(self):
        with self.lock:
            return next(self.iterator)
