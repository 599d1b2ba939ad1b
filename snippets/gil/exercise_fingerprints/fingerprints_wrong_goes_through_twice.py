"""The paths are gone through twice, and the second time there is nothing left.

The check says: fingerprints() of 5 files returned something wrong or nothing for
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
    with ThreadPoolExecutor(max_workers=workers) as executor:
        found = executor.map(fingerprint, paths)
        return dict(zip(paths, found))
