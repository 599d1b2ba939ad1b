"""Nobody waits for the driver who waits forever, nor for the loaves.

The check says: load_all() has come back
"""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()

    def drive():
        while (loaf := shelf.get()) is not None:
            load(loaf)

    drivers = [threading.Thread(target=drive, daemon=True) for _ in range(2)]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.put(None)
