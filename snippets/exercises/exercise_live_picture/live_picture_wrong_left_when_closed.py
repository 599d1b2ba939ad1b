"""It tidies up below its loop, and whoever closes the viewer early never comes there.

The check says: was closed after 3 rows, and left 2 of its processes running
"""

import multiprocessing
from functools import partial

LIMIT = 100


def row(y, width, height):
    brightness = []
    for x in range(width):
        c = complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height)
        z, steps = 0j, 0
        while abs(z) <= 2 and steps < LIMIT:
            z, steps = z * z + c, steps + 1
        brightness.append(steps)
    return brightness


def rows(width, height, workers):
    pool = multiprocessing.get_context("spawn").Pool(workers)
    opened.append(pool)
    yield from pool.imap(partial(row, width=width, height=height), range(height))
    pool.close()
    pool.join()


opened = []  # so that they can be closed at the end of the program
