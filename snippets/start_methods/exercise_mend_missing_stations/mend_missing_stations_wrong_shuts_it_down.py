"""The executor is shut down, and it is not its own.

The check says: called again with the same executor, raised RuntimeError
"""

known: dict[str, list[int]]


def coldest_of(executor, countries, stations):
    with executor:
        return list(executor.map(min, [stations[c] for c in countries]))
