"""The clocks are read before the threads are joined.

The check says: for 1 thread, 4 s on the clock and 1 s on processors it
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
