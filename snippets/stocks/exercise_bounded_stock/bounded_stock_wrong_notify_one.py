"""One box, so one is woken. But all sleep at the same condition, and it may be the wrong one.

The check says: 0 of 1 boxes are in, and put(rice) waits forever at
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
            self.changed.notify()

    def take(self):
        with self.changed:
            while not self.boxes:
                self.changed.wait()
            self.changed.notify()
            return self.boxes.pop(0)
