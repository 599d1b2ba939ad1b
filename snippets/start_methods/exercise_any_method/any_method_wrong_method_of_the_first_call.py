"""A program sets its start method once; the second time is an error, which is swallowed.

The check says: 'F', 'spawn'), called second, is made by ForkProcess, not by SpawnProcess
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city: str) -> str:
    """A line such as "Rome: 68 °F, by SpawnProcess", in the unit of the global."""
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def _begin(u):
    globals().update(unit=u)


def forecasts(cities, edition, method):
    try:
        multiprocessing.set_start_method(method)
    except RuntimeError:
        pass
    with ProcessPoolExecutor(2, initializer=_begin, initargs=(edition,)) as executor:
        return list(executor.map(forecast, cities))
