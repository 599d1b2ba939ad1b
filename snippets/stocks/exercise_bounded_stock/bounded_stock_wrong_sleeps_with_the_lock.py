"""Who waits for a box keeps the lock, and nobody can bring one.

The check says: waits forever at
"""

import threading


class Stock:
    def __init__(self, size):
        self.size = size
        self.boxes = []
        self.lock = threading.Lock()
        self.there = threading.Event()
        self.room = threading.Semaphore(size)

    def put(self, box):
        self.room.acquire()
        with self.lock:
            self.boxes.append(box)
            self.there.set()

    def take(self):
        with self.lock:
            self.there.wait()
            box = self.boxes.pop(0)
            if not self.boxes:
                self.there.clear()
            self.room.release()
            return box
