"""Whether there is a box is asked of its name: one without a name is taken out and thrown away.

The check says: waits forever at
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
            box = ""
            while not box:
                while not self.boxes:
                    self.changed.wait()
                box = self.boxes.pop(0)
                self.changed.notify_all()
            return box
