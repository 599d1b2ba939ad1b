"""Pieces of 1024 bytes: hashing keeps the GIL for each of them.

The check says: hashed a piece of 1,024 bytes that was not the last one
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return dict(zip(paths, executor.map(fingerprint, paths)))
