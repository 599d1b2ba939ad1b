"""The caller's list is the shelf, and is empty afterwards.

The check says: load_all() has come back, and has changed its list
"""

import threading
def load_all(loaves, load):
    def drive():
        while True:
            try:
                load(loaves.pop(0))
            except IndexError:
                return
    drivers = [threading.Thread(target=drive, name=name) for name in ("Ann", "Ben")]
    for driver in drivers:
        driver.start()
    for driver in drivers:
        driver.join()
