"""`if not self.made` takes a desk that counts as false, such as an empty one, for none.

The check says: one desk is enough, and make() was called 2 times
"""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.made = None
        self.lock = threading.Lock()

    def desk(self):
        with self.lock:
            if not self.made:
                self.made = self.make()
            return self.made
