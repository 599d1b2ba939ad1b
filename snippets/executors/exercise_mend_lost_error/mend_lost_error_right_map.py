"""`map` raises the exception of a call when its turn comes, if somebody goes through the results."""


def store_all(executor, stations, store):
    for _ in executor.map(store, stations):
        pass
