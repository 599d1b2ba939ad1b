"""Each worker waits for a second for its next row, and goes when none has come by then.

The check says: a worker goes on although what it waits for has not come yet
"""

import multiprocessing
import queue

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


def work(tasks, made, width, height):
    while True:
        try:
            y = tasks.get(timeout=1)
        except queue.Empty:
            return
        made.put((y, row(y, width, height)))

def rows(width, height, workers):
    tasks, made = multiprocessing.Queue(), multiprocessing.Queue()
    for y in range(height):
        tasks.put(y)
    those = [multiprocessing.Process(target=work, args=(tasks, made, width, height)) for _ in range(min(workers, height))]
    for one in those:
        one.start()
    try:
        ready = {}
        for y in range(height):
            while y not in ready:
                at, points = made.get()
                ready[at] = points
            yield ready.pop(y)
    finally:
        while any(one.is_alive() for one in those):
            try:
                tasks.get(timeout=0.05)
            except queue.Empty:
                pass
            try:
                made.get(timeout=0.05)
            except queue.Empty:
                pass
        for one in those:
            one.join()
