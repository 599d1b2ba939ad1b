"""The condition belongs to the class: who writes in one lock keeps all others out of theirs.

The check says: somebody is in write() of a lock, and who comes to another lock has to wait at
"""

import threading


class ReadWriteLock:
    cond = threading.Condition()
    readers = 0

    def read(self, look):
        with self.cond:
            self.readers += 1
        try:
            return look()
        finally:
            with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    def write(self, change):
        with self.cond:
            self.cond.wait_for(lambda: self.readers == 0)
            return change()
