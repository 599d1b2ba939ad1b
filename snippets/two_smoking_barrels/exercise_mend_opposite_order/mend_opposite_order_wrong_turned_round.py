"""Turned round, Ann does what Ben did, and Ben what Ann did.

The check says: comes to a standstill
"""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    with locks[taker], locks[giver]:
        count()
