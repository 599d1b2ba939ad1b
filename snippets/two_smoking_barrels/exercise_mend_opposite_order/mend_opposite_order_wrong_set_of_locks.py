"""A set of locks gives them in any order.

The check says: comes to a standstill
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    first, second = {locks[giver], locks[taker]}
    with first, second:
        count()
