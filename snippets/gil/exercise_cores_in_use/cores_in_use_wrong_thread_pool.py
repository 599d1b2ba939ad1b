"""A ThreadPool has three threads of its own beside its workers.

The check says: it started 4 threads, not 1: 3 of them are a ThreadPool's own, which look after its workers
"""

import time
from multiprocessing.pool import ThreadPool


def cores_in_use(work, threads):
    clock, used = time.perf_counter(), time.process_time()
    pool = ThreadPool(threads)
    for _ in range(threads):
        pool.apply_async(work)
    pool.close()
    pool.join()
    used = time.process_time() - used
    return used / (time.perf_counter() - clock)
