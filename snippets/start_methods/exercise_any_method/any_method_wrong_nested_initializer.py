"""The initializer is a function inside a function: no other process can find it.

The check says: 'F', 'spawn'), called second, fails
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecasts(cities, edition, method):
    def begin():
        global unit
        unit = edition

    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context, initializer=begin) as executor:
        return list(executor.map(forecast, cities))
