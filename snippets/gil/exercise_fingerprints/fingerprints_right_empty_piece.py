"""The last piece is empty, and is handed over before that is noticed."""

import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while True:
            piece = file.read(512 * 1024)
            digest.update(piece)
            if not piece:
                return digest.hexdigest()


def fingerprints(paths, workers):
    with ThreadPoolExecutor(workers) as executor:
        futures = {path: executor.submit(fingerprint, path) for path in paths}
    return {path: future.result() for path, future in futures.items()}
