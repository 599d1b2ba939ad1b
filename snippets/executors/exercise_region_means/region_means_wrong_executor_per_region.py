"""Each region has an executor of its own, with as many workers as there may be in all.

The check says: it asked 3 stations at the same time
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    def mean(region):
        with ThreadPoolExecutor(max_workers=workers) as executor:
            return sum(executor.map(ask, regions[region])) / len(regions[region])

    with ThreadPoolExecutor(max_workers=workers) as executor:
        return dict(zip(regions, executor.map(mean, regions)))
