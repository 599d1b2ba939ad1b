"""A picture that takes longer than a minute is given up.

The check says: it goes on although what it waits for has not come yet
"""

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

def rows(width, height, workers):
    with ProcessPoolExecutor(workers) as ex:
        yield from ex.map(row, range(height), [width] * height, [height] * height, timeout=60)
