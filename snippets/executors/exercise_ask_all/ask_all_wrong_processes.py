"""Processes ask, and the task asks for threads.

The check says: it starts a process, and the task asks for threads
"""

from concurrent.futures import ProcessPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ProcessPoolExecutor(workers) as executor:
        futures = {station: executor.submit(ask, station) for station in stations}
        for station, future in futures.items():
            try:
                readings[station] = future.result()
            except OSError as error:
                errors[station] = error
    return readings, errors
