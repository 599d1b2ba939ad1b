"""It starts workers of its own, which know the name, and leaves those that are there alone.

The check says: in a process that is no worker of this executor
"""

from concurrent.futures import ProcessPoolExecutor

known: dict[str, list[int]]


def _b(s):
    global known
    known = s


def coldest(country):
    return min(known[country])


def coldest_of(executor, countries, stations):
    with ProcessPoolExecutor(2, initializer=_b, initargs=(stations,)) as e:
        return list(e.map(coldest, countries))
