"""The names are taken out of the list of the caller.

The check says: enlarge_all(['beach', 'cat', 'harbour']) changed its argument to []
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
    names.clear()
    for process in processes:
        process.start()
    photos = dict(results.get() for _ in processes)
    for process in processes:
        process.join()
    return photos
