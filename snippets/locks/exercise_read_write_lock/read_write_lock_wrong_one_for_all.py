"""The room belongs to the class: whoever is inside one cannot write in another.

The check says: comes to a standstill
"""

import threading


class ReadWriteLock:
    room = threading.Lock()
    door = threading.Lock()
    readers = 0

    def read(self, look):
        with self.door:
            if self.readers == 0:
                self.room.acquire()
            self.readers += 1
        try:
            return look()
        finally:
            with self.door:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change):
        with self.room:
            return change()
