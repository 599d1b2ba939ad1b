"""One lock for readers, one for writers: neither keeps out the others.

The check says: who has to wait at line 16: with self.door:
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        with self.door:
            return look()

    def write(self, change):
        with self.room:
            return change()
