"""No shelf any more: each driver has a half, and does not help the other.

The check says: ['rye', 'oat', 'bun'], is for both
"""

import threading


def load_all(loaves, load):
    def drive(mine):
        for loaf in mine:
            load(loaf)

    half = len(loaves) // 2
    drivers = [threading.Thread(target=drive, args=(loaves[:half],)), threading.Thread(target=drive, args=(loaves[half:],))]
    for driver in drivers:
        driver.start()
    for driver in drivers:
        driver.join()
