"""A writer waits for readers, and not for another writer.

The check says: are inside at the same time
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
                self.changed.notify_all()

    def write(self, change):
        with self.changed:
            while self.readers:
                self.changed.wait()
            self.writes = True
        try:
            return change()
        finally:
            with self.changed:
                self.writes = False
                self.changed.notify_all()
