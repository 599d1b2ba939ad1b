"""Processes do the work, whose seconds on processors are not those of this process.

The check says: it starts a process, and the task asks for threads
"""

import multiprocessing
import time


def cores_in_use(work, threads):
    processes = [multiprocessing.Process(target=work) for _ in range(threads)]
    clock, used = time.perf_counter(), time.process_time()
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    used = time.process_time() - used
    return used / (time.perf_counter() - clock)
