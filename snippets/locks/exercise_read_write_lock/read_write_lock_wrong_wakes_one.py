"""Whoever leaves wakes one of those who wait; it may be a writer who cannot go in yet.

The check says: who has to wait at line 18: self.changed.wait()
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0
        self.writes = False

    def read(self, look):
        with self.changed:
            while self.writes:
                self.changed.wait()
            self.readers += 1
        try:
            return look()
        finally:
            with self.changed:
                self.readers -= 1

    def write(self, change):
        with self.changed:
            while self.writes or self.readers:
                self.changed.wait()
            self.writes = True
        try:
            return change()
        finally:
            with self.changed:
                self.writes = False
                self.changed.notify()
