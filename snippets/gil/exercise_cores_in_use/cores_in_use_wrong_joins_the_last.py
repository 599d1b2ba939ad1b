"""Only the thread that was started last is joined.

The check says: of 2 threads had done the work; join every one of them first
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
