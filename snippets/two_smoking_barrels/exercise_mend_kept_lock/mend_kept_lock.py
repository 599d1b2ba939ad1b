"""Whoever does not get the second lock in time should back off. Then others get stuck. Mend it."""

import threading
from collections.abc import Callable


def try_to_hand_over(stock: threading.Lock, till: threading.Lock, count: Callable[[], object]) -> bool:
    """Take `stock`, and `till` if it is free within 0.1 seconds, and call `count()`; return whether it was called.

    Both locks are given back before it returns.
    """
    stock.acquire()
    if not till.acquire(timeout=0.1):
        return False  # TODO: with what in your hand do you leave?
    count()
    till.release()
    stock.release()
    return True
