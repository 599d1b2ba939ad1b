"""Submit, and fetch the result at once: that waits for each call before the next is handed in.

The check says: it never asked more than 1 at the same time, and 2 could be asked
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        for station in stations:
            try:
                readings[station] = executor.submit(ask, station).result()
            except OSError as error:
                errors[station] = error
    return readings, errors
