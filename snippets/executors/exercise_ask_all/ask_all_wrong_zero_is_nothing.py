"""A reading of 0 degrees is taken for none.

The check says: the reading of harbour is lost
"""

from concurrent.futures import ThreadPoolExecutor


def ask_all(stations, ask, workers):
    errors = {}

    def reading(station):
        try:
            return ask(station)
        except OSError as error:
            errors[station] = error
            return None

    with ThreadPoolExecutor(max_workers=workers) as executor:
        answers = list(zip(stations, executor.map(reading, stations)))
    readings = {station: answer for station, answer in answers if answer}
    return readings, {station: errors[station] for station in stations if station in errors}
