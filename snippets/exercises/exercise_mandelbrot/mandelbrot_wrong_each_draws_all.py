"""Each worker draws the whole picture, and returns its share: the work is not shared.

The check says: picture(12, 24, 2) calls row() more than once for rows
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
    return [row(y, width, height) for y in range(height)][first::step]


def picture(width, height, workers):
    rows = [[]] * height
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for first, part in enumerate(pool.starmap(share, [(k, workers, width, height) for k in range(workers)])):
            rows[first::workers] = part
    return rows
