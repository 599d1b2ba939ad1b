"""One lock for all: nobody is disturbed, and readers shut each other out.

The check says: who has to wait at line
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.lock = threading.Lock()

    def read(self, look):
        with self.lock:
            return look()

    def write(self, change):
        with self.lock:
            return change()
