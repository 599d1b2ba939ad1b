"""Who finds no loaf in time leaves, and the loaves come later.

The check says: loads alone, and the two loaves are for two drivers
"""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()

    def drive():
        while True:
            try:
                loaf = shelf.get(timeout=1)
            except queue.Empty:
                return
            if loaf is None:
                return
            load(loaf)

    drivers = [threading.Thread(target=drive, name=name) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.put(None)
    for driver in drivers:
        driver.join()
