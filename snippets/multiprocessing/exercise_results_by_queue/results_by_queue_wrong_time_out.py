"""`get` with a time-out that "is long enough" ends the wait for all that are slow today.

The check says: enlarge_all(['beach', 'cat', 'harbour']) waits forever
"""

from queue import Empty
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
    while True:
        try:
            name, photo = results.get(timeout=5)
        except Empty:
            break
        photos[name] = photo
    for process in processes:
        process.join()
    return photos
