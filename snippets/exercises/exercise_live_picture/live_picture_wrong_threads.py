"""Threads: with the GIL they take turns, and all of them work in the main process.

The check says: calls row() in the main process
"""

from concurrent.futures import ThreadPoolExecutor

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
    with ThreadPoolExecutor(workers) as executor:
        yield from executor.map(row, range(height), [width] * height, [height] * height)
