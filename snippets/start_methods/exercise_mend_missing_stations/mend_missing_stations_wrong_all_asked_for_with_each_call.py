"""With each country go the temperatures of all that were asked for.

The check says: ['Norway', 'Italy', 'Italy'] has Norway once
"""

known: dict[str, list[int]]


def coldest(country, known):
    return min(known[country])


def coldest_of(executor, countries, stations):
    some = {c: stations[c] for c in countries}
    return list(executor.map(coldest, countries, [some] * len(countries)))
