"""The processes send names, and the photos are made large at home.

The check says: returned a photo of 'beach' that is not what enlarge() returned in the process
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def _job(name, q):
    q.put((name, enlarge(name)[: len(name)]))


def enlarge_all(names):
    q = multiprocessing.Queue()
    ps = [multiprocessing.Process(target=_job, args=(n, q)) for n in names]
    for p in ps:
        p.start()
    out = dict(q.get() for _ in ps)
    for p in ps:
        p.join()
    return {n: out[n].ljust(1_000_000, b".") for n in names}
