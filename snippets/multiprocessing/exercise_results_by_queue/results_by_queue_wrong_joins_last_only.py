"""After the loop, `process` is the last one: the others are not joined.

The check says: enlarge_all(['beach', 'cat', 'harbour']) returned, and did not join 2 of its 3 processes
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
    photos = dict(results.get() for _ in processes)
    process.join()
    return photos
