"""The workers of the first call are kept, and their unit with them.

The check says: returned, and did not wait for the end of 2 of its processes
"""

from functools import cache
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


@cache
def executor_of(method, *edition):
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=edition)


executors = {}


def forecasts(cities, edition, method):
    if method not in executors:
        executors[method] = executor_of(method, edition)
    return list(executors[method].map(forecast, cities))
