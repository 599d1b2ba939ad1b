"""`imap_unordered` is the fast one. But a row that takes long comes late, and ends up further down.

The check says: picture(12, 8, 2) returned the rows in the order 1, 2, 3, 4, 5, 6
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


def picture(width, height, workers):
    row_at = partial(row, width=width, height=height)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return list(pool.imap_unordered(row_at, range(height)))
