"""When `look` raises, the reader stays counted, and no writer comes in any more.

The check says: comes to a standstill
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        with self.door:
            if self.readers == 0:
                self.room.acquire()
            self.readers += 1
        result = look()
        with self.door:
            self.readers -= 1
            if self.readers == 0:
                self.room.release()
        return result

    def write(self, change):
        with self.room:
            return change()
