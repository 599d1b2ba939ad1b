"""All is loaded, and the drivers, who are daemons, wait at the shelf forever.

The check says: load_all() has come back, and has not waited for the end of Ann and Ben
"""

import queue, threading
def load_all(loaves, load):
    shelf = queue.Queue()
    def drive():
        while (loaf := shelf.get()) is not None:
            load(loaf)
            shelf.task_done()
    drivers = [threading.Thread(target=drive, name=name, daemon=True) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.join()
