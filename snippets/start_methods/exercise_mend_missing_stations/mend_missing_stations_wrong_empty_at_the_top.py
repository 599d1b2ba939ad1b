"""Now the name is at the top, and what the worker finds there is empty.

The check says: coldest_of(executor, ['Norway', 'Italy', 'Italy'], …) raised KeyError: 'Norway'
"""

known = {}


def coldest(country):
    return min(known[country])


def coldest_of(executor, countries, stations):
    known.update(stations)
    return list(executor.map(coldest, countries))
