"""The unit is an argument of a new function, and still forecast reads the global of its process.

The check says: returned 'Oslo: -5 °C', not 'Oslo: 23 °F'
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecast_in(city, unit):
    return forecast(city)


def forecasts(cities, edition, method):
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        return list(executor.map(forecast_in, cities, [edition] * len(cities)))
