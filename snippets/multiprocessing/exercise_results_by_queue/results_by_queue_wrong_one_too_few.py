"""One is left in the queue, and its process waits for somebody to take it out.

The check says: line 25: process.join()
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    results.put((name, enlarge(name)))


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    photos = dict(results.get() for _ in processes[1:])
    for process in processes:
        process.join()
    return photos
