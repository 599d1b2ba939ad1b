"""The dictionary is the module's: a later call returns what an earlier one has found, too.

The check says: too, which is of the call before
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor

found = {}


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    def note(path):
        found[path] = fingerprint(path)

    with ThreadPoolExecutor(workers) as executor:
        for _ in executor.map(note, set(paths)):
            pass
    return dict(found)
