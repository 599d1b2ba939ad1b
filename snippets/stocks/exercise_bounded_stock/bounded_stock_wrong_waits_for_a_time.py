"""A wait with a time-out hides that nobody notifies.

The check says: does not sleep until it is woken: after some time it looks again
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
                self.changed.wait(timeout=0.05)
            self.boxes.append(box)

    def take(self):
        with self.changed:
            while not self.boxes:
                self.changed.wait(timeout=0.05)
            box = self.boxes.pop(0)
            return box
