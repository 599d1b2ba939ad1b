"""The pool is closed, and a little time should be enough for its workers to end: nobody waits for that.

The check says: returned, and did not wait for the end of 2 of its processes
"""

import multiprocessing
import time

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    globals()["unit"] = edition


def forecasts(cities, edition, method):
    pool = multiprocessing.get_context(method).Pool(2, begin, [edition])
    lines = pool.map(forecast, cities, chunksize=1)
    pool.close()
    time.sleep(0.2)
    return lines
