"""The clocks start when the threads have already been started.

The check says: for 1 thread, 4 s on the clock and 1 s on processors it
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
