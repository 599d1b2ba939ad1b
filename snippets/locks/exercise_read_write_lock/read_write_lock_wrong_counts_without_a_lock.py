"""Readers count themselves without a lock: two may both be the last, and give back the key twice.

The check says: RuntimeError: release unlocked lock
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
