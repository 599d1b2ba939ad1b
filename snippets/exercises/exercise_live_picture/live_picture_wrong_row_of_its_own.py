"""The rows are made by another function: row() is never called.

The check says: yields a row, and has not called row() for any
"""

import multiprocessing as mp
from functools import partial

LIMIT = 100


def row(y: int, width: int, height: int) -> list[int]:
    """The brightness of each point in row `y`: how many steps it takes to escape, `LIMIT` at most."""
    brightness = []
    for x in range(width):
        c = complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height)
        z, steps = 0j, 0
        while abs(z) <= 2 and steps < LIMIT:
            z, steps = z * z + c, steps + 1
        brightness.append(steps)
    return brightness

def calc(y, width, height):
    out = []
    for x in range(width):
        c = complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height)
        z = 0j
        for n in range(LIMIT + 1):
            if abs(z) > 2 or n == LIMIT:
                out.append(n)
                break
            z = z * z + c
    return out


def rows(width, height, workers):
    pool = mp.Pool(workers)
    try:
        yield from pool.imap(partial(calc, width=width, height=height), range(height))
    finally:
        pool.terminate()
        pool.join()
