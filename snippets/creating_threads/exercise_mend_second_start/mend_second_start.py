"""There is one oven, so loaves are baked one after another, each in a thread of its own. The second fails. Mend it."""

import threading
from collections.abc import Callable


def bake_in_turn(bake: Callable[[], object], loaves: int) -> None:
    """Call `bake()` once for each loaf, each time in a new thread, and only when the loaf before it is done."""
    baker = threading.Thread(target=bake)  # TODO: a thread has one life.
    for _ in range(loaves):
        baker.start()
        baker.join()
