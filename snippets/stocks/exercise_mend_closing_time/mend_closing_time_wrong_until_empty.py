"""The drivers stop when the shelf is empty, and a driver who is early finds it so.

The check says: waits forever
"""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()

    def drive():
        while not shelf.empty():
            load(shelf.get())

    drivers = [threading.Thread(target=drive) for _ in range(2)]
    for loaf in loaves:
        shelf.put(loaf)
    for driver in drivers:
        driver.start()
    for driver in drivers:
        driver.join()
