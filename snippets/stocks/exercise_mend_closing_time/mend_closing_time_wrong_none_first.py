"""The `None`s are two, but they stand before the loaves, so the drivers leave at once.

The check says: loaded were []
"""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()
    shelf.put(None)
    shelf.put(None)

    def drive():
        while (loaf := shelf.get()) is not None:
            load(loaf)

    drivers = [threading.Thread(target=drive) for _ in range(2)]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    for driver in drivers:
        driver.join()
