"""Two stations of a region that measure the same count as one.

The check says: the mean of west is 4.5, and it returned 5.0
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        answers = {region: executor.map(ask, stations) for region, stations in regions.items()}
        different = {region: set(temperatures) for region, temperatures in answers.items()}
    return {region: sum(temperatures) / len(temperatures) for region, temperatures in different.items()}
