"""It gives the pool ten seconds, and fails on a day when that is not enough.

The check says: picture(12, 24, 2) fails: it goes on although what it waits for has not come yet
"""

import multiprocessing

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
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        jobs = [(y, width, height) for y in range(height)]
        return pool.starmap_async(row, jobs).get(timeout=10)
