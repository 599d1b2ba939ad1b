"""Each thread takes from the list until that is empty, and dies of the IndexError.

The check says: Thread 1 raised IndexError('pop from empty list')
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
    todo, found, errors = list(set(paths)), {}, []

    def work():
        while not errors:
            path = todo.pop()
            try:
                found[path] = fingerprint(path)
            except OSError as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return found
