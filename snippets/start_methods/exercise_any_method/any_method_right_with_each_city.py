"""The unit comes with each city, and whoever makes the line sets the global first."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecast_in(edition, city):
    global unit
    unit = edition
    return forecast(city)


def forecasts(cities, edition, method):
    executor = ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context(method))
    try:
        return [*executor.map(partial(forecast_in, edition), cities)]
    finally:
        executor.shutdown()
