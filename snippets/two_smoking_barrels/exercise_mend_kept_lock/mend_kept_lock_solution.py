"""A `with` gives the first lock back on every way out, and a `finally` the second, also where `count()` raises."""

import threading
from collections.abc import Callable


def try_to_hand_over(stock: threading.Lock, till: threading.Lock, count: Callable[[], object]) -> bool:
    """Take `stock`, and `till` if it is free within 0.1 seconds, and call `count()`; return whether it was called.

    Both locks are given back before it returns.
    """
    with stock:
        if not till.acquire(timeout=0.1):
            return False
        try:
            count()
        finally:
            till.release()
        return True
