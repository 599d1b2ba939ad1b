"""The pool is closed, so its workers end when nothing is left to do, and the main process waits until they have."""

import multiprocessing

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
    pool.join()
    return lines
