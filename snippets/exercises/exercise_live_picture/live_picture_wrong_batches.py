"""As many rows as there are workers, then the next: who is ready waits for the slowest.

The check says: while row(0, …) is at work, the others make 1 row, and then nothing more
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


def rows(width, height, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        for first in range(0, height, workers):
            ys = range(first, min(first + workers, height))
            futures = [executor.submit(row, y, width, height) for y in ys]
            for future in futures:
                yield future.result()
