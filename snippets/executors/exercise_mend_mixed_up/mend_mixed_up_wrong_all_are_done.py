"""When all are done, they come in a set, which has no order.

The check says: the reading of harbour is 7.5, and readings says
"""

from concurrent.futures import wait


def readings(executor, stations, ask):
    done, _ = wait([executor.submit(ask, station) for station in stations])
    return dict(zip(stations, [future.result() for future in done]))
