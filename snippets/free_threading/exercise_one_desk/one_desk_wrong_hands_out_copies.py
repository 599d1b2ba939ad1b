"""The desk is kept, and everybody gets a copy of it.

The check says: and it returned another desk
"""

import copy
import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.lock = threading.Lock()
        self.made = None

    def desk(self):
        with self.lock:
            if self.made is None:
                self.made = self.make()
            return copy.copy(self.made)
