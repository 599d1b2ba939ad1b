"""Each call has a lock of its own.

The check says: one desk is enough, and make() was called 2 times
"""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.made = None

    def desk(self):
        lock = threading.Lock()
        with lock:
            if self.made is None:
                self.made = self.make()
            return self.made
