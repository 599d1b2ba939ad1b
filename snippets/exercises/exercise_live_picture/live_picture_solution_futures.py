"""All rows are submitted at once; then the futures are asked from top to bottom, each as soon as it is done.

Whoever closes the viewer early wants none of the rows that nobody has begun.
"""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

LIMIT = 100


def row(y: int, width: int, height: int) -> list[int]:
    """The brightness of each point in row `y`: how many steps it takes to escape, `LIMIT` at most."""
    brightness = []
    for x in range(width):
        c = complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height)
        z, steps = 0j, 0
        while abs(z) <= 2 and steps < LIMIT:
            z, steps = z * z + c, steps + 1
        brightness.append(steps)
    return brightness


def rows(width: int, height: int, workers: int) -> Iterator[list[int]]:
    """The rows of the picture, from top to bottom, each as soon as it can be shown."""
    executor = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        for future in [executor.submit(row, y, width, height) for y in range(height)]:
            yield future.result()
    finally:
        executor.shutdown(cancel_futures=True)


if __name__ == "__main__":
    for points in rows(78, 24, workers=2):
        print("".join(" .:-=+*#%@"[point * 9 // LIMIT] for point in points), flush=True)
