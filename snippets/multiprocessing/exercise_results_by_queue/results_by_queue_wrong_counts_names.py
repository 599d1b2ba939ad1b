"""It fetches until there is a photo for each name, and a name that comes twice has one photo.

The check says: enlarge_all(['beach', 'cat', 'beach']) waits forever
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
    photos = {}
    while len(photos) < len(names):
        name, photo = results.get()
        photos[name] = photo
    for process in processes:
        process.join()
    return photos
