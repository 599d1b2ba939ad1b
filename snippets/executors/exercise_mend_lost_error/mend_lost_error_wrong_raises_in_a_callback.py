"""What a callback raises, the executor writes down, and nobody gets it.

The check says: store('airport') raised OSError('airport is silent'), and store_all returned as if all were well
"""

from concurrent.futures import wait


def store_all(executor, stations, store):
    futures = [executor.submit(store, station) for station in stations]
    for future in futures:
        future.add_done_callback(lambda done: done.result())
    wait(futures)
