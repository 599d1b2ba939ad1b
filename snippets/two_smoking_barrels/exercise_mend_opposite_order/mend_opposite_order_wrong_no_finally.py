"""The order is right, and if counting fails, both locks are kept.

The check says: after count() has raised an error, nobody releases the lock of: stock
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    a, b = sorted([giver, taker])
    locks[a].acquire()
    locks[b].acquire()
    count()
    locks[b].release()
    locks[a].release()
