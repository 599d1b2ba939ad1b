"""An error in `look` is printed, and nobody who asked for the lock learns of it.

The check says: and read(look) does not
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
            return look()
        except LookupError as error:
            print(error)
        finally:
            with self.door:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    def write(self, change):
        with self.room:
            return change()
