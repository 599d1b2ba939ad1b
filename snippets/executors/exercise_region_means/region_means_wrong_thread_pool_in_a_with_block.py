"""A ThreadPool in a `with` block is ended, and nobody waits for its workers.

The check says: They are workers of a ThreadPool, for which `with` does not wait; after close(), join() does.
"""

from multiprocessing.pool import ThreadPool


def means(regions, ask, workers):
    with ThreadPool(workers) as pool:
        answers = {
            region: [pool.apply_async(ask, (station,)) for station in stations] for region, stations in regions.items()
        }
        for those in answers.values():
            for one in those:
                one.wait()
    return {region: sum(one.get() for one in those) / len(those) for region, those in answers.items()}
