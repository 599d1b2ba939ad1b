"""The name first, the photo next: between the two, another process puts in its own.

The check says: enlarge_all(['beach', 'cat', 'harbour']) returned
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    photo = enlarge(name)
    results.put(name)
    results.put(photo)


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    photos = {}
    for _ in processes:
        name = results.get()
        photos[name] = results.get()
    for process in processes:
        process.join()
    return photos
