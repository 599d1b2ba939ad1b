"""The regions are in the order in which their last stations answered.

The check says: it returned the regions
"""

from concurrent.futures import ThreadPoolExecutor, as_completed


def means(regions, ask, workers):
    region_of = {station: region for region, stations in regions.items() for station in stations}
    temperatures, found = {region: [] for region in regions}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        station_of = {executor.submit(ask, station): station for station in region_of}
        for future in as_completed(station_of):
            region = region_of[station_of[future]]
            temperatures[region].append(future.result())
            if len(temperatures[region]) == len(regions[region]):
                found[region] = sum(temperatures[region]) / len(temperatures[region])
    return found
