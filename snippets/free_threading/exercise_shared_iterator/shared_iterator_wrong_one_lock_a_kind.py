"""All iterators of one kind have the same lock: who waits in one generator keeps others out of another.

The check says: it waits for a lock or a signal that never comes
"""

import threading

locks = {}


class OneAtATime:
    def __init__(self, iterable):
        self.it = iter(iterable)
        self.lock = locks.setdefault(type(self.it), threading.Lock())

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.it)
