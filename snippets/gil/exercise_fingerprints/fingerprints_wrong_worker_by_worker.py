"""The fingerprints come worker by worker, and get the wrong paths.

The check says: returned something wrong or nothing for ['500000.wav', '2.wav'
"""

import hashlib
import threading


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    paths = list(paths)
    found = []

    def work(mine):
        found.extend([fingerprint(path) for path in mine])

    threads = [threading.Thread(target=work, args=(paths[n::workers],)) for n in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return dict(zip(paths, found))
