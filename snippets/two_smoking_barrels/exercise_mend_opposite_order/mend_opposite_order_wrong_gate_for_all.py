"""A third lock round the two: nobody gets stuck, and those who share nothing wait as well.

The check says: count() is called with the lock of: gate
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}

gate = threading.Lock()


def hand_over(giver, taker, count):
    with gate:
        with locks[giver], locks[taker]:
            count()
