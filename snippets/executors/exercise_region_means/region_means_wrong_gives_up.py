"""A time-out against the waiting. It does not give the worker that it waits for.

The check says: with 1 worker raised TimeoutError()
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:

        def mean(region):
            futures = [executor.submit(ask, station) for station in regions[region]]
            return sum(future.result(timeout=0.5) for future in futures) / len(futures)

        return dict(zip(regions, executor.map(mean, regions)))
