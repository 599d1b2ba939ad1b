"""Each station has its future, and nobody asked it for the reading.

The check says: the reading of harbour is 7.5, and readings says a Future
"""


def readings(executor, stations, ask):
    return {station: executor.submit(ask, station) for station in stations}
