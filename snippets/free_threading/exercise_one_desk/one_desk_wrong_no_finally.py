"""When the making fails, the lock stays taken.

The check says: one_desk.py comes to a standstill
"""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.made = None
        self.lock = threading.Lock()

    def desk(self):
        self.lock.acquire()
        if self.made is None:
            self.made = self.make()
        self.lock.release()
        return self.made
