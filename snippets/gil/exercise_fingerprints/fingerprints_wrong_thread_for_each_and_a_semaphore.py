"""A semaphore keeps threads waiting, of which there is one for each file.

The check says: threads for hashing at the same time; it is to have as many as there are workers
"""

import hashlib
import threading


def fingerprint(path):
    d = hashlib.sha256()
    with open(path, "rb") as f:
        while piece := f.read(1 << 17):
            d.update(piece)
    return d.hexdigest()


def fingerprints(paths, workers):
    sem = threading.Semaphore(workers)
    out, errs = {}, []

    def go(p):
        with sem:
            try:
                out[p] = fingerprint(p)
            except OSError as e:
                errs.append(e)

    ts = [threading.Thread(target=go, args=(p,)) for p in paths]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    if errs:
        raise errs[0]
    return out
