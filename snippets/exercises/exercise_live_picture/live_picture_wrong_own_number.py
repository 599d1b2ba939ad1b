"""`Pool()` has a process for each core, whatever was asked for.

The check says: had 7 processes at once, not 2
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
    with multiprocessing.get_context("spawn").Pool() as pool:
        yield from pool.imap(partial(row, width=width, height=height), range(height))
