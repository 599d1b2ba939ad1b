"""A pool of threads, which has some more of its own; each worker takes the name when all are there."""

from multiprocessing.pool import ThreadPool
from threading import Barrier, current_thread


def roll_call(names, answer):
    if not names:
        return []
    here = Barrier(len(names))

    def one(name):
        current_thread().name = name
        here.wait()
        return answer()

    with ThreadPool(len(names)) as pool:
        found = pool.map(one, names, chunksize=1)
        pool.close()
        pool.join()
    return found
