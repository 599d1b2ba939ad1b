"""`hashlib.file_digest` reads pieces of its own; a future for each path."""

import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprints(paths, workers):
    with ThreadPoolExecutor(workers) as executor:
        futures = {path: executor.submit(fingerprint, path) for path in paths}
    return {path: future.result() for path, future in futures.items()}
