"""Ten readers at a time are enough, says somebody who never saw a station.

The check says: who has to wait at line
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.door = threading.Lock()
        self.places = threading.Semaphore(10)

    def read(self, look):
        with self.places:
            return look()

    def write(self, change):
        with self.door:
            for _ in range(10):
                self.places.acquire()
        try:
            return change()
        finally:
            self.places.release(10)
