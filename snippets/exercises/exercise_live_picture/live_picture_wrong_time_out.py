"""Who has waited for a second for a row shows an empty one.

The check says: it goes on although what it waits for has not come yet
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
        results = [pool.apply_async(row, (y, width, height)) for y in range(height)]
        for result in results:
            result.wait(timeout=1)
            yield result.get() if result.ready() else [0] * width
