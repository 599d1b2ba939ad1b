"""When `change` raises, nobody comes in any more.

The check says: comes to a standstill
"""

import threading


class ReadWriteLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0
        self.writes = False

    def read(self, look):
        with self.changed:
            while self.writes:
                self.changed.wait()
            self.readers += 1
        try:
            return look()
        finally:
            with self.changed:
                self.readers -= 1
                self.changed.notify_all()

    def write(self, change):
        with self.changed:
            while self.writes or self.readers:
                self.changed.wait()
            self.writes = True
        result = change()
        with self.changed:
            self.writes = False
            self.changed.notify_all()
        return result
