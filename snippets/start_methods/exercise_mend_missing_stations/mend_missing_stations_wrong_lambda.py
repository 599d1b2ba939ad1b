"""A function without a name, which no other process can find.

The check says: coldest_of(executor, ['Norway', 'Italy', 'Italy'], …) raised
"""


def coldest_of(executor, countries, stations):
    return list(executor.map(lambda country: min(stations[country]), countries))
