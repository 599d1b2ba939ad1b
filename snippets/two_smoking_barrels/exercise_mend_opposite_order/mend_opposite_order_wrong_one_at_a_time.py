"""Nobody gets stuck with one lock at a time, and nobody has both.

The check says: count() is called without the lock of: stock
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    with locks[giver]:
        pass
    with locks[taker]:
        count()
