"""The seconds on the clock are divided by those on processors.

The check says: it should have returned 0.25
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
