"""The waiting is under the lock, the moving is not: two have seen the same box.

The check says: raises IndexError
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
        with self.changed:
            self.changed.notify_all()
        return box
