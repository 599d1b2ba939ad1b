"""All stations in one list, cut into equal pieces. But the regions have different numbers of stations.

The check says: the mean of south is 0.0, and it returned 2.0
"""

from concurrent.futures import ThreadPoolExecutor


def means(regions, ask, workers):
    stations = [station for of_region in regions.values() for station in of_region]
    with ThreadPoolExecutor(max_workers=workers) as executor:
        answers = list(executor.map(ask, stations))
    size = len(stations) // len(regions)
    return {region: sum(answers[i * size : (i + 1) * size]) / size for i, region in enumerate(regions)}
