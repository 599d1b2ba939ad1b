"""A pool of threads, as `multiprocessing` has them, of which each takes the next file."""

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
        made = pool.imap(fingerprint, paths)
        return {path: next(made) for path in paths}
    finally:
        pool.close()
        pool.join()
