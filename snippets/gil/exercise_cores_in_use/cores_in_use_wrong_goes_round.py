"""It asks again and again whether the threads have ended, which keeps a core busy.

The check says: it goes round and round to wait, and uses processor seconds
"""

import threading
import time


def cores_in_use(work, threads):
    ts = [threading.Thread(target=work) for _ in range(threads)]
    c, w = time.process_time(), time.perf_counter()
    for t in ts:
        t.start()
    while any(t.is_alive() for t in ts):
        pass
    return (time.process_time() - c) / (time.perf_counter() - w)
