"""`except Exception` also keeps the mistakes of the program itself, as if a station were to blame.

The check says: It must raise this mistake, too
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {station: executor.submit(ask, station) for station in stations}
        for station, future in futures.items():
            try:
                readings[station] = future.result()
            except Exception as error:
                errors[station] = error
    return readings, errors
