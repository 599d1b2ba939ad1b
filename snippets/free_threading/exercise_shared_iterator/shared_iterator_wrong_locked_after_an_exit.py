"""The lock is released after an Exception, and SystemExit is none.

The check says: shared_iterator.py comes to a standstill
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.lock, self.it = threading.Lock(), iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        self.lock.acquire()
        try:
            item = next(self.it)
        except Exception:
            self.lock.release()
            raise
        self.lock.release()
        return item
