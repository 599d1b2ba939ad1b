"""A thread calls the function, and nobody keeps what comes of it.

The check says: in_a_thread returned None, where the function returned 42
"""

import threading
from collections.abc import Callable


def in_a_thread(work: Callable[[], object]) -> object:
    thread = threading.Thread(target=work)
    thread.start()
    return thread.join()
