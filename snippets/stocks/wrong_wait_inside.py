"""The driver looks again and again, until there is a loaf."""

import threading
import time


class Shelf:
    def __init__(self):
        self.loaves = []
        self.lock = threading.Lock()

    def put(self, loaf):
        with self.lock:
            self.loaves.append(loaf)

    def take(self):
        with self.lock:
            while not self.loaves:
                time.sleep(0.01)
            return self.loaves.pop(0)


def bake():
    time.sleep(0.5)  # in the oven
    print("the loaf is ready")
    shelf.put("rye")
    print("the loaf is on the shelf")


shelf = Shelf()
threading.Thread(target=bake).start()
print("the driver is here")
print("loaded:", shelf.take())

# /// run
# timeout = 2
# ends = "timeout"
# ///
