"""Whoever fails is left out, and nobody learns of it.

The check says: the error of summit is lost
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {station: executor.submit(ask, station) for station in stations}
        for station, future in futures.items():
            if future.exception() is None:
                readings[station] = future.result()
    return readings, errors
