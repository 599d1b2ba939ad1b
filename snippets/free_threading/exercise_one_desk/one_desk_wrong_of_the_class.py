"""The desk belongs to the class, so all studios have the same.

The check says: one desk is enough, and make() was called 0 times
"""

import threading


class Studio:
    lock = threading.Lock()
    made = None

    def __init__(self, make):
        self.make = make

    def desk(self):
        with self.lock:
            if Studio.made is None:
                Studio.made = self.make()
            return Studio.made
