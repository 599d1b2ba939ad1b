"""Each worker gets `height // workers` rows. What does not divide is left out at the bottom.

The check says: picture(12, 11, 3) lacks rows 9, 10
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

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


def chunk_of_rows(first, last, width, height):
    return [row(y, width, height) for y in range(first, last)]


def picture(width, height, workers):
    size = height // workers
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn) as executor:
        futures = [
            executor.submit(chunk_of_rows, k * size, (k + 1) * size, width, height) for k in range(workers)
        ]
        return [points for future in futures for points in future.result()]
