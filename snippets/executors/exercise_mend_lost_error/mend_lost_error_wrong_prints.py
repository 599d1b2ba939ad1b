"""The exception is printed, and whoever called `store_all` learns nothing of it.

The check says: and store_all returned as if all were well
"""


def store_all(executor, stations, store):
    futures = [executor.submit(store, station) for station in stations]
    for future in futures:
        if future.exception():
            print(future.exception())
