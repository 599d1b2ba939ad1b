"""`map` over a function that never raises what stations raise: it returns the reading or the error."""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    def reading_or_error(station):
        try:
            return ask(station), None
        except OSError as error:
            return None, error

    with ThreadPoolExecutor(workers) as executor:
        answers = dict(zip(stations, executor.map(reading_or_error, stations), strict=True))
    readings = {station: reading for station, (reading, error) in answers.items() if error is None}
    return readings, {station: error for station, (_, error) in answers.items() if error}
