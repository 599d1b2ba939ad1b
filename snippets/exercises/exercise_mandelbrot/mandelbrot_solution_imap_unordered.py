"""`imap_unordered` hands over each row as soon as it is ready. It comes with its number, and is put in its place."""

import multiprocessing
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


def numbered_row(job: tuple[int, int, int]) -> tuple[int, list[int]]:
    """The number of a row, and the row."""
    return job[0], row(*job)


def picture(width: int, height: int, workers: int) -> list[list[int]]:
    """The rows of the picture, from top to bottom."""
    rows: list[list[int]] = [[] for _ in range(height)]
    jobs = [(y, width, height) for y in range(height)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for y, points in pool.imap_unordered(numbered_row, jobs):
            rows[y] = points  # here a program with a window would already show it
    return rows


if __name__ == "__main__":
    for workers in (1, 2):
        begin = time.perf_counter()
        rows = picture(640, 480, workers)
        print(f"{workers} at work: {time.perf_counter() - begin:.1f} s")
    points = bytes(point for line in rows for point in line)
    Path("mandelbrot.pgm").write_bytes(f"P5 640 480 {LIMIT}\n".encode() + points)
