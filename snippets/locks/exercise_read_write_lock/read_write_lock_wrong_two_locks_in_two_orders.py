"""A writer has the room and wants the count; a reader has the count and wants the room.

The check says: a writer waits forever at line
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.mutex = threading.Lock()
        self.readers = 0
        self.changes = 0

    def read(self, look):
        with self.mutex:
            self.readers += 1
            if self.readers == 1:
                self.room.acquire()
        try:
            return look()
        finally:
            with self.mutex:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change):
        with self.room:
            result = change()
            with self.mutex:
                self.changes += 1
            return result
