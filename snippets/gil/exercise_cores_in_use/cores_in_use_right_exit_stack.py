"""What is to be joined is noted at its start; the clocks are looked at around all that."""

import threading
import time
from collections.abc import Callable
from contextlib import ExitStack


def cores_in_use(work: Callable[[], object], threads: int) -> float:
    """Return how many cores were in use while `threads` threads called `work()`."""
    begin, cpu = time.perf_counter(), time.process_time()
    with ExitStack() as stack:
        for _ in range(threads):
            thread = threading.Thread(target=work)
            stack.callback(thread.join)
            thread.start()
    return (time.process_time() - cpu) / (time.perf_counter() - begin)
