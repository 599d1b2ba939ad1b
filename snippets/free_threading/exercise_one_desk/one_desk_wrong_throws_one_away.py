"""Both make a desk, and one of the two is thrown away.

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
            desk = self.make()
            with self.lock:
                if self.made is None:
                    self.made = desk
        return self.made
