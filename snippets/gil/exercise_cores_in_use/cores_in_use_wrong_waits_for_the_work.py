"""It waits until each thread says that it is done, which is not its end.

The check says: had done the work, but not ended
"""

import queue
import threading
import time
from collections.abc import Callable


def cores_in_use(work: Callable[[], object], threads: int) -> float:
    """Return how many cores were in use while `threads` threads called `work()`."""
    done: queue.Queue[object] = queue.Queue()
    team = [threading.Thread(target=lambda: done.put(work())) for _ in range(threads)]
    begin, cpu = time.perf_counter(), time.process_time()
    for thread in team:
        thread.start()
    for _ in team:
        done.get()
    return (time.process_time() - cpu) / (time.perf_counter() - begin)
