"""Fewer rows than workers: the size of a chunk is 0.

The check says: picture(12, 2, 3) fails
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


def chunk_of_rows(ys, width, height):
    return [row(y, width, height) for y in ys]


def picture(width, height, workers):
    size = height // workers
    jobs = [(range(height)[first : first + size], width, height) for first in range(0, height, size)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [points for part in pool.starmap(chunk_of_rows, jobs) for points in part]
