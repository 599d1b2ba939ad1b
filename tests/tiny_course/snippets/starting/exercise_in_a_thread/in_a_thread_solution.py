"""The thread puts what the function returned into a list, which the caller has, too."""

import threading
from collections.abc import Callable


def in_a_thread(work: Callable[[], object]) -> object:
    """What the function returns when a thread of its own calls it."""
    returned: list[object] = []
    thread = threading.Thread(target=lambda: returned.append(work()))
    thread.start()
    thread.join()
    return returned[0]
