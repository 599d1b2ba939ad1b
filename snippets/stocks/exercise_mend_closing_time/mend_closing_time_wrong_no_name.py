"""A loaf without a name is taken for the end.

The check says: load_all() has come back, and loaded were ['rye'
"""

import queue, threading
def load_all(loaves, load):
    shelf = queue.Queue()
    def drive():
        while loaf := shelf.get():
            load(loaf)
    drivers = [threading.Thread(target=drive, name=name) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.put(None)
    shelf.put(None)
    for driver in drivers:
        driver.join()
