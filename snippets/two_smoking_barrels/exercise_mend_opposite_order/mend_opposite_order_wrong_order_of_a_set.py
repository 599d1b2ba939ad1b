"""A set has an order, too, and it may depend on who came first.

The check says: comes to a standstill
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    first, second = {giver, taker}
    with locks[first], locks[second]:
        count()
