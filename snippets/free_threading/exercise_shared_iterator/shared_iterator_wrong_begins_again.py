"""Each loop begins with the first item again.

The check says: which all break at once, do not get one item each
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.lock, self.iterable, self.it = threading.Lock(), iterable, None

    def __iter__(self):
        self.it = iter(self.iterable)
        return self

    def __next__(self):
        with self.lock:
            if self.it is None:
                self.it = iter(self.iterable)
            return next(self.it)
