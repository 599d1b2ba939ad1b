"""Everybody takes the two locks in the order of the alphabet."""

import threading
from collections.abc import Callable

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver: str, taker: str, count: Callable[[], object]) -> None:
    """Call `count()` with the locks of both held, and with no other; threads may name any two, in any order.

    Afterwards both are free, also if `count` raises.
    """
    first, second = sorted([giver, taker])
    with locks[first], locks[second]:
        count()
