"""`pop` takes the newest box.

The check says: in this order
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
            box = self.boxes.pop()
            self.changed.notify_all()
            return box
