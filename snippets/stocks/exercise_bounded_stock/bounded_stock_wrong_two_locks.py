"""A condition for room and one for boxes, each with a lock of its own.

The check says: waits forever at
"""

import threading


class Stock:
    def __init__(self, size):
        self.size = size
        self.boxes = []
        self.room = threading.Condition()
        self.filled = threading.Condition()

    def put(self, box):
        with self.room:
            while len(self.boxes) >= self.size:
                self.room.wait()
            self.boxes.append(box)
        with self.filled:
            self.filled.notify()

    def take(self):
        with self.filled:
            while not self.boxes:
                self.filled.wait()
            box = self.boxes.pop(0)
            self.filled.notify()
        return box
