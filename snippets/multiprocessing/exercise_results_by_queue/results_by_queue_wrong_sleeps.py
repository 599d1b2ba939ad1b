"""Sleep until all photos should be there, and ask how many there are.

The check says: waits forever: a process does not end before all that it put into a queue is taken out
"""

import multiprocessing as mp
import time
from collections.abc import Sequence


def enlarge(name: str) -> bytes:
    return name.encode().ljust(1_000_000, b".")


def job(name, q):
    q.put((name, enlarge(name)))


def enlarge_all(names: Sequence[str]) -> dict[str, bytes]:
    q = mp.Queue()
    ps = [mp.Process(target=job, args=(name, q)) for name in names]
    for p in ps:
        p.start()
    time.sleep(2)
    photos = {}
    while q.qsize() > 0:
        name, photo = q.get()
        photos[name] = photo
    for p in ps:
        p.join()
    return photos
