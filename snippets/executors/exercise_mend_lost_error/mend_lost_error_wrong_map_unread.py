"""`map` in place of `submit`, and nobody goes through its results.

The check says: and store_all returned as if all were well
"""


def store_all(executor, stations, store):
    executor.map(store, stations)
