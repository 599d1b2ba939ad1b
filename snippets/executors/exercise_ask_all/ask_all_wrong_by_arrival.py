"""All is there, but a dictionary remembers the order in which it was filled.

The check says: the errors are in the order
"""

from concurrent.futures import ThreadPoolExecutor, as_completed


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        station_of = {executor.submit(ask, station): station for station in stations}
        for future in as_completed(station_of):
            try:
                readings[station_of[future]] = future.result()
            except OSError as error:
                errors[station_of[future]] = error
    return readings, errors
