"""As many workers as there are cores, since nobody says how many.

The check says: workers at work, not two
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    global unit
    unit = edition


def forecasts(cities, edition, method):
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(mp_context=context, initializer=begin, initargs=(edition,)) as executor:
        return list(executor.map(forecast, cities))
