"""Each desk takes a lock, and tickets are lost all the same. Mend it.

`sell` is called by several threads. `sold` stays the name of the number.
"""

import threading
from collections.abc import Callable

sold = 0


def sell(one_more: Callable[[int], int]) -> None:
    """Make `sold` what `one_more(sold)` returns, so that no other call gets in between."""
    global sold
    with threading.Lock():  # TODO: whom does this lock keep out?
        sold = one_more(sold)
