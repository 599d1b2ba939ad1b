"""`join` hung, and a time-out lets it pass: then the photos are fetched, and nobody joins again.

The check says: did not join 3 of its 3 processes: it goes on although what it waits for has not come yet
"""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    results.put((name, enlarge(name)))


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=1)
    return dict(results.get() for _ in processes)
