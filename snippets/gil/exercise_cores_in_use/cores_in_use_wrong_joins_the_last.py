"""Only the thread that was started last is joined.

The check says: it was over when 1 of 3 threads were done; join every one of them first
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
