"""False stands for the end, and may be an item.

The check says: a loop got ['tea', None, '', 0]
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.lock, self.it = threading.Lock(), iter(iterable)
        self.done = False

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            item = next(self.it, False)
            if item is False:
                raise StopIteration
            return item
