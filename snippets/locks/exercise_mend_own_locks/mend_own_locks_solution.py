"""The lock is made once, beside the number."""

import threading
from collections.abc import Callable

sold = 0
sold_lock = threading.Lock()


def sell(one_more: Callable[[int], int]) -> None:
    """Make `sold` what `one_more(sold)` returns, so that no other call gets in between."""
    global sold
    with sold_lock:
        sold = one_more(sold)
