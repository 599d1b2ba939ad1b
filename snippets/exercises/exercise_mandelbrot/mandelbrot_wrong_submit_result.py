"""`result()` right after `submit`: each row is waited for before the next is handed over.

The check says: picture(12, 24, 2): while row(0, …) is at work, 1 of 2 processes work, and no other begins
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


def picture(width, height, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return [executor.submit(row, y, width, height).result() for y in range(height)]
