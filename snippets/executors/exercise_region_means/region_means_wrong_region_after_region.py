"""One region after the other: a region with a single station keeps all other workers idle.

The check says: means() of 4 regions with 2 workers: it never asked more than 1 at the same time
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return {region: sum(executor.map(ask, stations)) / len(stations) for region, stations in regions.items()}
