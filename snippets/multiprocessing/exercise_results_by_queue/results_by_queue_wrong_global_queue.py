"""The queue is a global, which no spawned process has.

The check says: waits forever: a process failed
  at line 18: q.put((name, enlarge(name)))
  with NameError: name 'q' is not defined
  and so it waits
"""

import multiprocessing as mp
from collections.abc import Sequence


def enlarge(name: str) -> bytes:
    return name.encode().ljust(1_000_000, b".")


def job(name):
    q.put((name, enlarge(name)))


def enlarge_all(names: Sequence[str]) -> dict[str, bytes]:
    global q
    q = mp.get_context("spawn").Queue()
    ps = [mp.get_context("spawn").Process(target=job, args=(n,)) for n in names]
    for p in ps:
        p.start()
    photos = dict(q.get() for _ in ps)
    for p in ps:
        p.join()
    return photos
