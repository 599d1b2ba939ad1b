"""It looks whether there is one more before it takes the lock: by then, another thread may have taken the last one.

The check says: second raises IndexError: list index out of range
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.items = iterable if isinstance(iterable, list) else None
        self.iterator = iter(iterable)
        self.lock = threading.Lock()
        self.place = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.items is None:
            with self.lock:
                return next(self.iterator)
        if self.place >= len(self.items):
            raise StopIteration
        with self.lock:
            item = self.items[self.place]
            self.place += 1
            return item
