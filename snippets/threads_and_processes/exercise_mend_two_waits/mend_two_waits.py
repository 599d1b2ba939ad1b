"""Both mills should be asked at the same time, but the second is asked when the first has answered. Mend it.

`ask_both(rye, oats)` calls the two functions, each in a thread, and returns when both have come back.
"""

import threading
from collections.abc import Callable


def ask_both(rye: Callable[[], object], oats: Callable[[], object]) -> None:
    """Ask both mills at the same time, and wait for both answers."""
    # TODO: one line stands in the wrong place.
    first = threading.Thread(target=rye)
    second = threading.Thread(target=oats)
    first.start()
    first.join()
    second.start()
    second.join()
