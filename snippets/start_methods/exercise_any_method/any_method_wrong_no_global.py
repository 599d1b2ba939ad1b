"""The initializer sets a local name, which is forgotten at once.

The check says: returned 'Oslo: -5 °C', not 'Oslo: 23 °F'
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    unit = edition


def forecasts(cities, edition, method):
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=(edition,)) as executor:
        return list(executor.map(forecast, cities))
