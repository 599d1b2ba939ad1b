"""Threads of its own, which take paths from a queue and keep the first error."""

import queue
from functools import partial
from hashlib import sha256
from threading import Thread


def fingerprint(path):
    digest = sha256()
    with path.open("rb", buffering=0) as file:
        for piece in iter(partial(file.read, 64 * 1024), b""):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths, workers):
    waiting, found, errors = queue.SimpleQueue(), {}, []
    for path in paths:
        waiting.put(path)

    def work():
        while True:
            try:
                path = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                found[path] = fingerprint(path)
            except OSError as error:
                errors.append(error)

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return found
