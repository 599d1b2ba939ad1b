"""An executor, and a few chunks of rows for each worker: fewer messages, and no chunk so large that one worker is late.

`range` ends the last chunk where the picture ends, so that no row is lost when the chunks do not divide the height.
"""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

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


def chunk_of_rows(ys: range, width: int, height: int) -> list[list[int]]:
    """The rows `ys` of the picture."""
    return [row(y, width, height) for y in ys]


def picture(width: int, height: int, workers: int) -> list[list[int]]:
    """The rows of the picture, from top to bottom."""
    size = max(1, height // (4 * workers))
    chunks = [range(height)[first : first + size] for first in range(0, height, size)]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn) as executor:
        futures = [executor.submit(chunk_of_rows, ys, width, height) for ys in chunks]
        return list(chain.from_iterable(future.result() for future in futures))


if __name__ == "__main__":
    for workers in (1, 2):
        begin = time.perf_counter()
        rows = picture(640, 480, workers)
        print(f"{workers} at work: {time.perf_counter() - begin:.1f} s")
    points = bytes(point for line in rows for point in line)
    Path("mandelbrot.pgm").write_bytes(f"P5 640 480 {LIMIT}\n".encode() + points)
