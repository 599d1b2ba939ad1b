"""An executor starts a thread for each call as long as none is idle, and waits for all at the end of its block."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def cores_in_use(work, threads):
    all_here = threading.Barrier(threads)

    def together():
        all_here.wait()  # a thread that is done early must not take the work of another
        work()

    begin, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(max_workers=threads) as executor:
        for _ in range(threads):
            executor.submit(together)
    end, cpu_end = time.perf_counter(), time.process_time()
    return (cpu_end - cpu) / (end - begin)
