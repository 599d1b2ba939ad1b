"""The first photo that arrives is mistaken for that of the first name.

The check says: enlarge_all(['beach', 'cat', 'harbour']) returned the photo of 'harbour' for 'beach'
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    results.put(enlarge(name))


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    photos = {name: results.get() for name in names}
    for process in processes:
        process.join()
    return photos
