"""A writer looks again and again whether the readers have gone.

The check says: though nothing has changed; it must sleep until it is woken
"""

import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.room = threading.Lock()
        self.door = threading.Lock()
        self.readers = 0

    def read(self, look):
        with self.door:
            self.readers += 1
        try:
            return look()
        finally:
            with self.door:
                self.readers -= 1

    def write(self, change):
        while True:
            with self.door:
                if self.readers == 0:
                    return change()
            time.sleep(0.01)
