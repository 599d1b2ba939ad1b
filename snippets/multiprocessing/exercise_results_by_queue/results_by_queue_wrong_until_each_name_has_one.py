"""It takes photos until it has one of each name. The second one of an equal name stays, and its process cannot end.

The check says: enlarge_all(['beach', 'cat', 'beach']) waits forever: a process does not end before all that it put into
"""

import multiprocessing


def enlarge(name: str) -> bytes:
    """The photo of that name, a megabyte large."""
    return name.encode().ljust(1_000_000, b".")


def work(queue, name):
    queue.put((name, enlarge(name)))


def enlarge_all(names):
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=work, args=(queue, name)) for name in names]
    for process in processes:
        process.start()
    photos = {}
    while len(photos) < len(set(names)):
        name, photo = queue.get()
        photos[name] = photo
    for process in processes:
        process.join()
    return photos
