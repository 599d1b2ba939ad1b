"""Measure how many cores a piece of work keeps busy.

`cores_in_use(work, threads)` starts that many threads, which all call `work()` at the same time, and waits until each
of them is done. It returns the processor seconds of the whole process, divided by the seconds on the clock, from before
the first start to after the last join.

Use `time.process_time` for the processor seconds and `time.perf_counter` for the clock. Look at each of them twice:
right before the first start, and right after the last join. `work` is called once in each thread and nowhere else.
"""

import time
from collections.abc import Callable


def cores_in_use(work: Callable[[], object], threads: int) -> float:
    """Return how many cores were in use while `threads` threads called `work()`."""
    begin = time.perf_counter()
    for _ in range(threads):
        work()  # TODO: call it in threads, all at the same time.
    end = time.perf_counter()
    return end - begin  # TODO: this is no number of cores.
