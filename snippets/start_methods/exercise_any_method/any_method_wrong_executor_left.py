"""Nobody shuts the executor down: its workers end when it is forgotten, and nobody waits for that.

The check says: returned, and did not wait for the end of 2 of its processes
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    globals()["unit"] = edition


def forecasts(cities, edition, method):
    context = multiprocessing.get_context(method)
    executor = ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=(edition,))
    return list(executor.map(forecast, cities))
