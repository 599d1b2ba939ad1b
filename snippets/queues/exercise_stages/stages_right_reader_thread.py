"""A thread of its own reads the items, and the main thread takes the results meanwhile; so each queue has a limit."""

import queue
import threading


def pipeline(items, stages, size):
    end = object()
    hatches = [queue.Queue(size) for _ in range(len(stages) + 1)]

    def read():
        for item in items:
            hatches[0].put(item)
        hatches[0].put(end)

    def run(number):
        for item in iter(hatches[number].get, end):
            hatches[number + 1].put(stages[number](item))
        hatches[number + 1].put(end)

    threads = [threading.Thread(target=read)]
    threads += [threading.Thread(target=run, args=(number,)) for number in range(len(stages))]
    for thread in threads:
        thread.start()
    results = list(iter(hatches[-1].get, end))
    for thread in threads:
        thread.join()
    return results
