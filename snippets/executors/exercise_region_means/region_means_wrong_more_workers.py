"""A worker more for each region: as soon as a region is done, its worker asks stations, too.

The check says: it asked 2 stations at the same time
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    with ThreadPoolExecutor(max_workers=workers + len(regions)) as executor:

        def mean(region):
            futures = [executor.submit(ask, station) for station in regions[region]]
            return sum(future.result() for future in futures) / len(futures)

        return dict(zip(regions, executor.map(mean, regions)))
