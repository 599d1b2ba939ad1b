"""The clocks start when the threads have already been started.

The check says: it looked at time.perf_counter when 1 of 1 thread had been started, not before the first
"""

import threading
import time


def cores_in_use(work, threads):
    team = [threading.Thread(target=work) for _ in range(threads)]
    for thread in team:
        thread.start()
    begin, cpu = time.perf_counter(), time.process_time()
    for thread in team:
        thread.join()
    return (time.process_time() - cpu) / (time.perf_counter() - begin)
