"""The lock is taken after the look.

The check says: one desk is enough, and make() was called 2 times
"""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.made = None
        self.lock = threading.Lock()

    def desk(self):
        if self.made is None:
            with self.lock:
                self.made = self.make()
        return self.made
