"""A generator hands on the items; after a failure it has come to its end, and the items that follow are lost.

The check says: five calls of next() ended with ticket 1, OSError, StopIteration, StopIteration, StopIteration; not
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.lock = threading.Lock()
        self.gen = (item for item in iterable)

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.gen)
