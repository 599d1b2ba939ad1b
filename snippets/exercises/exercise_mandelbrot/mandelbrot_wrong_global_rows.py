"""The workers write into a global list: each into its own, which nobody sees.

The check says: picture(12, 24, 2) lacks rows 0, 1, 2, 3
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


rows = {}


def draw(y, width, height):
    rows[y] = row(y, width, height)


def picture(width, height, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pool.starmap(draw, [(y, width, height) for y in range(height)])
    return [rows[y] for y in sorted(rows)]
