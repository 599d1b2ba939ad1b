"""Show the Mandelbrot set while several processes draw it.

`rows` is a generator, and is to yield the same rows as it does now, from top to bottom: each as soon as it and all
above it are ready, so that a viewer shows the picture as it grows. But each row is made by one call of `row` in a
worker process, none in the main process. As many processes as `workers` says work at the same time (if there are so
many rows), no more; while one of them is busy with a row, the others go on with the next. None is left running: `rows`
waits for the end of each before it ends, also when the viewer is closed early. No wait ends by a time-out before there
is what it waits for. Leave `row` as it is: the check watches it.

    python live_picture.py

draws a small picture in the terminal.
"""

from collections.abc import Iterator

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
    del workers  # TODO: share the rows among that many processes.
    for y in range(height):
        yield row(y, width, height)


if __name__ == "__main__":
    for points in rows(78, 24, workers=2):
        print("".join(" .:-=+*#%@"[point * 9 // LIMIT] for point in points), flush=True)
