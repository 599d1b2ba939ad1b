"""An iterator of its own is as good as a generator."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

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


class Rows:
    def __init__(self, width, height, workers):
        self.executor = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
        self.futures = [self.executor.submit(row, y, width, height) for y in range(height)][::-1]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.futures:
            self.close()
            raise StopIteration
        return self.futures.pop().result()

    def close(self):
        self.executor.shutdown(cancel_futures=True)


def rows(width, height, workers):
    return Rows(width, height, workers)
