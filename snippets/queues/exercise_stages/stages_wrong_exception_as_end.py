"""An exception is the end, though items can be anything.

The check says: waits forever
"""

import queue
import threading


class End:
    pass


def pipeline(items, stages, size):
    qs = [queue.Queue(size) for _ in stages] + [queue.Queue()]

    def work(stage, src, dst):
        while True:
            item = src.get()
            if isinstance(item, Exception):
                break
            dst.put(stage(item))
        dst.put(item)

    ts = [threading.Thread(target=work, args=(s, qs[i], qs[i + 1])) for i, s in enumerate(stages)]
    for t in ts:
        t.start()
    for item in items:
        qs[0].put(item)
    qs[0].put(Exception())
    for t in ts:
        t.join()
    out = []
    while not isinstance(x := qs[-1].get(), Exception):
        out.append(x)
    return out
