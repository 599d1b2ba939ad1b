"""The boxes belong to the class: all stocks are one.

The check says: take() of that one returns ['tea']
"""

import threading


class Stock:
    boxes = []
    changed = threading.Condition()

    def __init__(self, size):
        self.size = size

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
