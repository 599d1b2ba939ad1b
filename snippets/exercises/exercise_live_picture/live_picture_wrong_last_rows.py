"""Parts of equal height: what is left when it does not divide, nobody draws.

The check says: yields 9 rows, not 11
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


def draw(ys, width, height, made):
    for y in ys:
        made.put(row(y, width, height))


def rows(width, height, workers):
    context = multiprocessing.get_context("spawn")
    size = height // workers
    parts = []
    for first in range(workers):
        made = context.Queue()
        ys = range(first * size, (first + 1) * size)
        process = context.Process(target=draw, args=(ys, width, height, made))
        process.start()
        parts.append((process, made))
    try:
        for _, made in parts:
            for _ in range(size):
                yield made.get()
    finally:
        for process, _ in parts:
            process.terminate()
            process.join()
