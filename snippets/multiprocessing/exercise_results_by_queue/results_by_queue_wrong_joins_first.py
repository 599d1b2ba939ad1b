"""First wait until all are done, then fetch. But a process is not done while its photo is still in the queue.

The check says: enlarge_all(['beach', 'cat', 'harbour']) waits forever: a process does not end before all that it put into a queue is taken out
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
        process.join()
    return dict(results.get() for _ in processes)
