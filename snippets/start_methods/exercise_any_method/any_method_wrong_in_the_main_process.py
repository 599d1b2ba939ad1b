"""Without workers the unit is right. But there are no workers.

The check says: is made by _MainProcess, not by ForkProcess
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecasts(cities, edition, method):
    global unit
    unit = edition
    return list(map(forecast, cities))
