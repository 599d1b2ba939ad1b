"""Whoever is woken goes on: there must be a box, or why was it woken? But somebody else may have been faster.

The check says: raises IndexError: pop from empty list
"""

import threading


class Stock:
    def __init__(self, size):
        self.size = size
        self.boxes = []
        self.changed = threading.Condition()

    def put(self, box):
        with self.changed:
            if len(self.boxes) == self.size:
                self.changed.wait()
            self.boxes.append(box)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            if not self.boxes:
                self.changed.wait()
            self.changed.notify_all()
            return self.boxes.pop(0)
