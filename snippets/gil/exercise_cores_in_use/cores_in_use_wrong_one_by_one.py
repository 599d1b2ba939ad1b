"""Each thread is joined before the next one starts.

The check says: the threads work one after the other; start all, and then join all
"""

import threading
import time


def cores_in_use(work, threads):
    begin, cpu = time.perf_counter(), time.process_time()
    for _ in range(threads):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    return (time.process_time() - cpu) / (time.perf_counter() - begin)
