"""Readers count themselves without a lock: two may both be the first, and wait for a key that they have.

The check says: who has to wait at line 17: self.room.acquire()
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        if self.readers == 0:
            self.room.acquire()
        self.readers += 1
        try:
            return look()
        finally:
            self.readers -= 1
            if self.readers == 0:
                self.room.release()

    def write(self, change):
        with self.room:
            return change()
