"""The greater name first: it is an order, too."""

import threading

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    with locks[max(giver, taker)], locks[min(giver, taker)]:
        count()
