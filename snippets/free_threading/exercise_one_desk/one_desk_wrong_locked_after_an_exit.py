"""The lock is released after an Exception, and SystemExit is none.

The check says: one_desk.py comes to a standstill
"""

import threading


class Studio:
    def __init__(self, make):
        self.make, self.made, self.lock = make, None, threading.Lock()

    def desk(self):
        self.lock.acquire()
        try:
            if self.made is None:
                self.made = self.make()
        except Exception:
            self.lock.release()
            raise
        self.lock.release()
        return self.made
