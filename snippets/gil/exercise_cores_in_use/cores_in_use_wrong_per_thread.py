"""The number of cores is divided by the number of threads.

The check says: it returned 0.5; it should have returned 1.0
"""

import threading
import time


def cores_in_use(work, threads):
    team = [threading.Thread(target=work) for _ in range(threads)]
    begin, cpu = time.perf_counter(), time.process_time()
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    return (time.process_time() - cpu) / (time.perf_counter() - begin) / threads
