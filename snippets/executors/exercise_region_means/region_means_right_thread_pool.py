"""A ThreadPool, which is closed and joined, whatever happens."""

from multiprocessing.pool import ThreadPool


def means(regions, ask, workers):
    pool = ThreadPool(workers)
    try:
        answers = {
            region: [pool.apply_async(ask, (station,)) for station in stations] for region, stations in regions.items()
        }
        return {region: sum(one.get() for one in those) / len(those) for region, those in answers.items()}
    finally:
        pool.close()
        pool.join()
