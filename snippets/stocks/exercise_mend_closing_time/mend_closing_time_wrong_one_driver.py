"""One `None`, one driver: the shelf is emptied by Ann alone.

The check says: Ann loads alone
"""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()

    def drive():
        while (loaf := shelf.get()) is not None:
            load(loaf)

    driver = threading.Thread(target=drive, name="Ann")
    driver.start()
    for loaf in loaves:
        shelf.put(loaf)
    shelf.put(None)
    driver.join()
