"""Each process has rows of its own from the beginning, and nobody takes those of one who is busy.

The check says: while row(0, …) is at work, the others make 12 rows, and then nothing more
"""

import multiprocessing as mp

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


def part(q, first, step, width, height):
    for y in range(first, height, step):
        q.put(row(y, width, height))


def rows(width, height, workers):
    qs = [mp.Queue() for _ in range(workers)]
    ps = [mp.Process(target=part, args=(q, i, workers, width, height)) for i, q in enumerate(qs)]
    for p in ps:
        p.start()
    try:
        for y in range(height):
            yield qs[y % workers].get()
    finally:
        for p in ps:
            p.terminate()
            p.join()
