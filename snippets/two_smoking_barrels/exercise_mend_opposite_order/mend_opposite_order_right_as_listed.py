"""In the order in which the dictionary has them."""

import threading
from contextlib import ExitStack

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver, taker, count):
    with ExitStack() as held:
        for name, lock in locks.items():
            if name in (giver, taker):
                held.enter_context(lock)
        count()
