"""The seconds on the clock are divided by those on processors.

The check says: make 0.25, and it returned 4.0
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
    return (time.perf_counter() - begin) / (time.process_time() - cpu)
