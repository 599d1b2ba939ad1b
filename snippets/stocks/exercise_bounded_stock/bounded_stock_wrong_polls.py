"""Sleep a little, look again. It works, and looks again and again.

The check says: though nothing has changed; it must sleep until it is woken
"""

import threading
import time


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
        while True:
            with self.changed:
                if self.boxes:
                    self.changed.notify_all()
                    return self.boxes.pop(0)
            time.sleep(0.05)
