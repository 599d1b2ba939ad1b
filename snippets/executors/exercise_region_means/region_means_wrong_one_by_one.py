"""Each region asks its stations itself, one after the other.

The check says: means() of coast with 2 workers: it never asked more than 1 at the same time
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    def mean(region):
        return sum(ask(station) for station in regions[region]) / len(regions[region])

    with ThreadPoolExecutor(max_workers=workers) as executor:
        return dict(zip(regions, executor.map(mean, regions)))
