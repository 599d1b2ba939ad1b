"""A thread for each file, however many there are.

The check says: with 1 worker hashed 6 files at the same time
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=len(paths)) as executor:
        return dict(zip(paths, executor.map(fingerprint, paths)))
