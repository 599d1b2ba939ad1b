"""Start, fetch, join: one process at a time.

The check says: enlarge_all(['beach', 'cat', 'harbour']) waits for a photo, and has started 1 of 3 processes
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
    photos = {}
    for process in processes:
        process.start()
        name, photo = results.get()
        photos[name] = photo
        process.join()
    return photos
