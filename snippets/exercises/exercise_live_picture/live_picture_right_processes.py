"""Processes of its own, each with every `workers`th row, and a queue from each: whose turn it is, is known."""

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
    queues = [context.Queue() for _ in range(workers)]
    processes = [
        context.Process(target=draw, args=(range(first, height, workers), width, height, made))
        for first, made in enumerate(queues)
    ]
    for process in processes:
        process.start()
    try:
        for y in range(height):
            yield queues[y % workers].get()
    finally:
        for process in processes:
            process.terminate()
            process.join()
