"""Both threads are started before either is waited for."""

import threading
from collections.abc import Callable


def ask_both(rye: Callable[[], object], oats: Callable[[], object]) -> None:
    """Ask both mills at the same time, and wait for both answers."""
    first = threading.Thread(target=rye)
    second = threading.Thread(target=oats)
    first.start()
    second.start()
    first.join()
    second.join()
