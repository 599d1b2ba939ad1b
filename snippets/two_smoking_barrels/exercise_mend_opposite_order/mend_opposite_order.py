"""Ann calls `hand_over("stock", "till", …)`, and Ben `hand_over("till", "stock", …)`. Both get stuck. Mend it."""

import threading
from collections.abc import Callable

locks = {name: threading.Lock() for name in ("oven", "stock", "till")}


def hand_over(giver: str, taker: str, count: Callable[[], object]) -> None:
    """Call `count()` with the locks of both held, and with no other; threads may name any two, in any order.

    Afterwards both are free, also if `count` raises.
    """
    with locks[giver], locks[taker]:  # TODO: who asks for which lock first?
        count()
