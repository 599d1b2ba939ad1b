"""All calls fill one list of the module.

The check says: called twice, it returned the same list twice
"""

import queue
import threading

END = object()
results = []


def pipeline(items, stages, size):
    results.clear()
    qs = [queue.Queue(size) for _ in stages]

    def work(i):
        while (item := qs[i].get()) is not END:
            item = stages[i](item)
            qs[i + 1].put(item) if i + 1 < len(qs) else results.append(item)
        if i + 1 < len(qs):
            qs[i + 1].put(END)

    ts = [threading.Thread(target=work, args=(i,)) for i in range(len(stages))]
    for t in ts:
        t.start()
    for item in items:
        qs[0].put(item)
    qs[0].put(END)
    for t in ts:
        t.join()
    return results
