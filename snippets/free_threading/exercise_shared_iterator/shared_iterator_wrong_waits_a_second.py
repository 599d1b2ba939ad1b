"""A second is enough for any item? Whoever has waited so long goes in.

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
        taken = self.lock.acquire(timeout=1)
        try:
            return next(self.iterator)
        finally:
            if taken:
                self.lock.release()
