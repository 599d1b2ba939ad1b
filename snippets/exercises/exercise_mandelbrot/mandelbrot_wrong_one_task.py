"""There is a pool, but the whole picture is one task for it: the other workers have nothing to do.

The check says: picture(12, 8, 2) calls row() in one process only, which does all the work
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


def all_rows(width, height):
    return [row(y, width, height) for y in range(height)]


def picture(width, height, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return pool.apply(all_rows, (width, height))
