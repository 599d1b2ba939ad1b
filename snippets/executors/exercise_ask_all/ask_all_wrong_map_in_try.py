"""`map` with a `try` around the loop: there is one error at the most, and no reading after it.

The check says: it never asked airport and valley and island
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    readings, errors = {}, {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        answers = executor.map(ask, stations)
        for station in stations:
            try:
                readings[station] = next(answers)
            except OSError as error:
                errors[station] = error
            except StopIteration:
                break
    return readings, errors
