"""An environment variable reaches every child, until there is a server that was started before.

The check says: 'forkserver'), called sixth, returned 'Rome: 68 °F', not 'Rome: 20 °C'
"""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = os.environ.get("UNIT", "C")


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecasts(cities, edition, method):
    global unit
    unit = os.environ["UNIT"] = edition
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        return list(executor.map(forecast, cities))
