"""Each call is sent the stations of all countries.

The check says: coldest_of sent the temperatures of Egypt
"""

from functools import partial


def coldest(stations, country):
    return min(stations[country])


def coldest_of(executor, countries, stations):
    return list(executor.map(partial(coldest, stations), countries))
