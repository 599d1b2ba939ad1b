"""The second reader goes in as soon as the first one is counted, who does not have the key yet.

The check says: are inside at the same time
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        with self.door:
            self.readers += 1
            is_first = self.readers == 1
        if is_first:
            self.room.acquire()
        try:
            return look()
        finally:
            with self.door:
                self.readers -= 1
                is_last = self.readers == 0
            if is_last:
                self.room.release()

    def write(self, change):
        with self.room:
            return change()
