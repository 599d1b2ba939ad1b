"""The number of cores is divided by the number of threads.

The check says: 2 s on the clock and 2 s on processors make 1, and it returned 0.5
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
