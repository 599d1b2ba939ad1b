"""Each call tells when it is done; nobody asks the futures."""

import threading


def store_all(executor, stations, store):
    errors, left = [], threading.Semaphore(0)

    def told(f):
        if f.exception() is not None:
            errors.append(f.exception())
        left.release()

    for s in stations:
        executor.submit(store, s).add_done_callback(told)
    for _ in stations:
        left.acquire()
    if errors:
        raise errors[0]
