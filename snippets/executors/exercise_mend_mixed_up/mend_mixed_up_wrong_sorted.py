"""Sorting the answers makes their order sure, and it is the order of the numbers.

The check says: the reading of harbour is 7.5, and readings says
"""

from concurrent.futures import as_completed


def readings(executor, stations, ask):
    futures = [executor.submit(ask, station) for station in stations]
    answers = sorted(future.result() for future in as_completed(futures))
    return dict(zip(stations, answers))
