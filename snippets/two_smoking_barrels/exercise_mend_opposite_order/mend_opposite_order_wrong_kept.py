"""The order is right, and the second lock is never released.

The check says: after hand_over('stock', 'till', count), nobody releases the lock of: till
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    first, second = sorted([giver, taker])
    with locks[first]:
        locks[second].acquire()
        count()
