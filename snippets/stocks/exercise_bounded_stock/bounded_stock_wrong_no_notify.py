"""The waiting is right, but nobody ends it: a thread that sleeps does not see that something has changed.

The check says: 1 of 1 boxes are in, and take() waits forever at
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

    def take(self):
        with self.changed:
            while not self.boxes:
                self.changed.wait()
            return self.boxes.pop(0)
