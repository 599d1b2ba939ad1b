"""The clocks are read before the threads are joined.

The check says: it looked at time.perf_counter when 1 of 1 thread had not ended, not after the last join
"""

import threading
import time


def cores_in_use(work, threads):
    team = [threading.Thread(target=work) for _ in range(threads)]
    begin, cpu = time.perf_counter(), time.process_time()
    for thread in team:
        thread.start()
    end, cpu_end = time.perf_counter(), time.process_time()
    for thread in team:
        thread.join()
    return (cpu_end - cpu) / (end - begin)
