"""Each error becomes a better one, with the name of the station. But nobody finds out what really was raised.

The check says: and its error is said to be
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {station: executor.submit(ask, station) for station in stations}
        for station, future in futures.items():
            try:
                readings[station] = future.result()
            except OSError as error:
                errors[station] = OSError(f"{station}: {error}")
    return readings, errors
