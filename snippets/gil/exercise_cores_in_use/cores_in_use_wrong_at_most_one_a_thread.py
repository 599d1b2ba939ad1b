"""A thread is thought to keep one core busy at the most; what it calls may use more.

The check says: make 3, and it returned 2.0
"""

import threading
import time
from collections.abc import Callable


def cores_in_use(work: Callable[[], object], threads: int) -> float:
    """Return how many cores were in use while `threads` threads called `work()`."""
    team = [threading.Thread(target=work) for _ in range(threads)]
    begin, cpu = time.perf_counter(), time.process_time()
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    cores = (time.process_time() - cpu) / (time.perf_counter() - begin)
    return min(cores, float(threads))
