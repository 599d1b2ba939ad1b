"""The processes work, and then the main process draws every row itself.

The check says: calls row() in the main process
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
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for y, _ in enumerate(pool.imap(partial(row, width=width, height=height), range(height))):
            yield row(y, width, height)
