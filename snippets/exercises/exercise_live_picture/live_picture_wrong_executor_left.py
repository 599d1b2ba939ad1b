"""Nobody shuts the executor down: its processes end when it is forgotten, and nobody waits for that.

The check says: rows(12, 24, 2) returned, and did not wait for the end of 2 of its processes
"""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

LIMIT = 100


def row(y: int, width: int, height: int) -> list[int]:
    brightness = []
    for x in range(width):
        c = complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height)
        z, steps = 0j, 0
        while abs(z) <= 2 and steps < LIMIT:
            z, steps = z * z + c, steps + 1
        brightness.append(steps)
    return brightness


def rows(width: int, height: int, workers: int) -> Iterator[list[int]]:
    executor = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    for future in [executor.submit(row, y, width, height) for y in range(height)]:
        yield future.result()
