"""`target=work()` calls the work at once, and the threads have nothing to do.

The check says: work() was called in the main thread, not in one of its own
"""

import threading
import time


def cores_in_use(work, threads):
    begin, cpu = time.perf_counter(), time.process_time()
    team = [threading.Thread(target=work()) for _ in range(threads)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    return (time.process_time() - cpu) / (time.perf_counter() - begin)
