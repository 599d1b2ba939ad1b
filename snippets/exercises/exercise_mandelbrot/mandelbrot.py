"""Draw the Mandelbrot set with a pool of processes.

`picture` is to return the same rows as it does now, from top to bottom. But each row is made by one call of `row` in a
worker process, none in the main process, and at least two workers work at the same time. Leave `row` as it is: the
check watches it.

    python mandelbrot.py

draws a large picture with one worker and with two, prints the seconds, and leaves `mandelbrot.pgm` for an image viewer.
"""

import time
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


def picture(width: int, height: int, workers: int) -> list[list[int]]:
    """The rows of the picture, from top to bottom."""
    del workers  # TODO: share the rows among that many processes.
    return [row(y, width, height) for y in range(height)]


if __name__ == "__main__":
    for workers in (1, 2):
        begin = time.perf_counter()
        rows = picture(640, 480, workers)
        print(f"{workers} at work: {time.perf_counter() - begin:.1f} s")
    points = bytes(point for line in rows for point in line)
    Path("mandelbrot.pgm").write_bytes(f"P5 640 480 {LIMIT}\n".encode() + points)
