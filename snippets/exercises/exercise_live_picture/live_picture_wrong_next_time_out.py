"""A row that takes longer than ten seconds ends the picture.

The check says: it goes on although what it waits for has not come yet
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

def rows(width, height, workers):
    pool = mp.Pool(workers)
    try:
        it = pool.imap(partial(row, width=width, height=height), range(height))
        for _ in range(height):
            yield it.next(timeout=10)
    finally:
        pool.terminate()
        pool.join()
