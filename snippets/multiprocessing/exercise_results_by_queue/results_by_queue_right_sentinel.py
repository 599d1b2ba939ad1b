"""Each process says with a `None` that it has put all. It is over when as many have come as there are processes."""

import multiprocessing


def enlarge(name):
    return name.encode().ljust(1_000_000, b".")


def work(name, results):
    results.put((name, enlarge(name)))
    results.put(None)


def enlarge_all(names):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=work, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    photos = {}
    over = 0
    while over < len(processes):
        if (got := results.get()) is None:
            over += 1
        else:
            photos[got[0]] = got[1]
    for process in processes:
        process.join()
    return photos
