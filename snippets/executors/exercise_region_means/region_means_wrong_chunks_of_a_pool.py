"""A pool hands out the stations in chunks: some wait for a slow one, though another worker has nothing to do.

The check says: some had nothing to do, though there were stations that nobody had asked yet
"""

from multiprocessing.pool import ThreadPool


def means(regions, ask, workers):
    flat = [station for stations in regions.values() for station in stations]
    pool = ThreadPool(workers)
    try:
        answers = iter(pool.map(ask, flat))
    finally:
        pool.close()
        pool.join()
    return {region: sum(next(answers) for _ in stations) / len(stations) for region, stations in regions.items()}
