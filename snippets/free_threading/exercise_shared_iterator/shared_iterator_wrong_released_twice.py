"""At the end the lock is released, and once more if it is taken: by then, another thread may have it.

The check says: raises RuntimeError: release unlocked lock
"""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.it = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        self.lock.acquire()
        try:
            item = next(self.it)
        except StopIteration:
            self.lock.release()
            raise
        finally:
            if self.lock.locked():
                self.lock.release()
        return item
