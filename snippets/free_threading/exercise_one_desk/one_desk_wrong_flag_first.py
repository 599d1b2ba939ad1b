"""Whoever comes first says so, and the others do not wait.

The check says: desk() has to return what make() returned, and it returned None
"""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.made = None
        self.is_made = False
        self.lock = threading.Lock()

    def desk(self):
        with self.lock:
            mine = not self.is_made
            self.is_made = True
        if mine:
            try:
                self.made = self.make()
            except BaseException:
                self.is_made = False
                raise
        return self.made
