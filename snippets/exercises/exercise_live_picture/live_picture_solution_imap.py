"""`imap` hands over each result as soon as it and those before it are there. `partial` brings the size along."""

import multiprocessing
from collections.abc import Iterator
from functools import partial

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
    row_at = partial(row, width=width, height=height)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(row_at, range(height))


if __name__ == "__main__":
    for points in rows(78, 24, workers=2):
        print("".join(" .:-=+*#%@"[point * 9 // LIMIT] for point in points), flush=True)
