"""The list is made once, as a default: all stocks share it.

The check says: take() of that one returns ['tea']
"""

import threading


class Stock:
    def __init__(self, size, boxes=[]):
        self.size = size
        self.boxes = boxes
        self.changed = threading.Condition()

    def put(self, box):
        with self.changed:
            while len(self.boxes) >= self.size:
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
