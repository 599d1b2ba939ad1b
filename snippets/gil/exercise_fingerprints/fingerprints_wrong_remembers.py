"""A fingerprint is remembered for good, though the file may change.

The check says: which has changed since, returned the one of the file as it was
"""

import functools
import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


remembered = functools.cache(fingerprint)


def fingerprints(paths, workers):
    paths = list(dict.fromkeys(paths))
    with ThreadPoolExecutor(workers) as executor:
        return dict(zip(paths, executor.map(remembered, paths), strict=True))
