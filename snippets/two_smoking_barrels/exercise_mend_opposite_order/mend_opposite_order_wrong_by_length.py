"""Sorted by the length of the names, which two of them share.

The check says: comes to a standstill
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    first, second = sorted([giver, taker], key=len)
    with locks[first], locks[second]:
        count()
