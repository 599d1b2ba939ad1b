"""The conditions belong to the class, so that notify may wake one who waits at another stock, and sleeps again.

The check says: and take() of the other waits forever at line 28: self.goods.wait()
"""

import threading


class Stock:
    lock = threading.Lock()
    room = threading.Condition(lock)
    goods = threading.Condition(lock)

    def __init__(self, size):
        self.size = size
        self.boxes = []

    def put(self, box):
        with self.room:
            while len(self.boxes) >= self.size:
                self.room.wait()
            self.boxes.append(box)
            self.goods.notify()

    def take(self):
        with self.goods:
            while not self.boxes:
                self.goods.wait()
            box = self.boxes.pop(0)
            self.room.notify()
            return box
