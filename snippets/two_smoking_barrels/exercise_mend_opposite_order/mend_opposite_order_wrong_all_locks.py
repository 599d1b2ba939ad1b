"""All locks, in one order: nobody gets stuck, and nobody else can work.

The check says: count() is called with the lock of: oven
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    with locks["oven"], locks["stock"], locks["till"]:
        count()
