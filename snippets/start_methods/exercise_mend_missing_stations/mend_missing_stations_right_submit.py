"""`min` itself is a function that a worker can find, and each call has a future."""


def coldest_of(executor, countries, stations):
    futures = [executor.submit(min, stations[country]) for country in countries]
    return [future.result() for future in futures]
