"""Each worker has every second row, or every third: one part below the other is no picture.

The check says: picture(12, 24, 2) returned the rows in the order 0, 2, 4, 6
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


def share(first, step, width, height):
    return [row(y, width, height) for y in range(first, height, step)]


def picture(width, height, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = pool.starmap(share, [(k, workers, width, height) for k in range(workers)])
    return [points for part in parts for points in part]
