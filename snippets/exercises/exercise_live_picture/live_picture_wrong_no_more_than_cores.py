"""No more processes than cores, whatever was asked for.

The check says: 1 of 3 processes work, and no other begins
"""

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

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


def rows(width, height, workers):
    with ProcessPoolExecutor(min(workers, os.cpu_count())) as ex:
        yield from ex.map(row, range(height), repeat(width), repeat(height))
