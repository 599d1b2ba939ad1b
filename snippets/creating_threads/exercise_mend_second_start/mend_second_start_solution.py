"""Each loaf gets a thread, made inside the loop."""

import threading
from collections.abc import Callable


def bake_in_turn(bake: Callable[[], object], loaves: int) -> None:
    """Call `bake()` once for each loaf, each time in a new thread, and only when the loaf before it is done."""
    for _ in range(loaves):
        baker = threading.Thread(target=bake)
        baker.start()
        baker.join()
