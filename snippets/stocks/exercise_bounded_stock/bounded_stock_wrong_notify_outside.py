"""Notify when all is done, after the `with`. But who wakes others must hold the lock.

The check says: RuntimeError: cannot notify on un-acquired lock
"""

import threading


class Stock:
    def __init__(self, size):
        self.size = size
        self.boxes = []
        self.changed = threading.Condition()

    def put(self, box):
        with self.changed:
            while len(self.boxes) == self.size:
                self.changed.wait()
            self.boxes.append(box)
        self.changed.notify_all()

    def take(self):
        with self.changed:
            while not self.boxes:
                self.changed.wait()
            box = self.boxes.pop(0)
        self.changed.notify_all()
        return box
