"""What `look` returned gets lost.

The check says: read(look) must return what look() returned, not None
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
        try:
            look()
        finally:
            with self.door:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change):
        with self.room:
            return change()
