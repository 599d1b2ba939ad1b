"""Submit, and fetch the result at once: that waits for each call before the next is handed in.

The check says: with 3 workers never asked more than 1 station at a time
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
