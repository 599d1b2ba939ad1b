"""All is on the shelf before the drivers come."""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()
    for loaf in (*loaves, None, None):
        shelf.put(loaf)

    def drive():
        while True:
            loaf = shelf.get()
            if loaf is None:
                break
            load(loaf)

    drivers = threading.Thread(target=drive), threading.Thread(target=drive)
    for driver in drivers:
        driver.start()
    for driver in drivers:
        driver.join()
