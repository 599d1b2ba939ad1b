"""A method that holds the lock calls a method that takes it again."""

import threading


class Stock:
    def __init__(self):
        self.lock = threading.Lock()
        self.boxes = 0

    def add(self, boxes):
        with self.lock:
            self.boxes += boxes

    def restock(self):
        with self.lock:
            print("restocking")
            self.add(10)
            print("never printed")


Stock().restock()

# /// run
# timeout = 1.5
# ends = "timeout"
# ///
