"""Whoever gets the `None` puts it back for the next driver."""

import queue
import threading


def load_all(loaves, load):
    shelf = queue.Queue()

    def drive():
        while (loaf := shelf.get()) is not None:
            load(loaf)
        shelf.put(None)

    drivers = [threading.Thread(target=drive) for _ in range(2)]
    for driver in drivers:
        driver.start()
    for loaf in [*loaves, None]:
        shelf.put(loaf)
    for driver in drivers:
        driver.join()
