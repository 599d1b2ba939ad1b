"""Fetch until the queue is empty. It is empty also before the first result is there.

The check says: enlarge_all(['beach', 'cat', 'harbour']) returned no photo of 'beach', 'cat', 'harbour'
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    results.put((name, enlarge(name)))


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    for name in names:
        context.Process(target=work, args=(name, results), daemon=True).start()
    photos = {}
    while not results.empty():
        name, photo = results.get()
        photos[name] = photo
    return photos
