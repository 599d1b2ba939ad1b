"""A pool of threads, as `multiprocessing` has them, which hands out several files at once.

The check says: meanwhile the other worker could do all others
"""

import hashlib
from multiprocessing.pool import ThreadPool


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    paths = list(dict.fromkeys(paths))
    pool = ThreadPool(workers)
    try:
        return dict(zip(paths, pool.map(fingerprint, paths), strict=True))
    finally:
        pool.close()
        pool.join()
