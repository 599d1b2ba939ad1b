"""The lines come in the order in which they are ready.

The check says: °F' in the place of 
"""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}


unit = "C"


def forecast(city: str) -> str:
    """A line such as "Rome: 68 °F, by SpawnProcess", in the unit of the global."""
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    global unit
    unit = edition


def forecasts(cities: Sequence[str], edition: str, method: str) -> list[str]:
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=(edition,)) as executor:
        futures = [executor.submit(forecast, c) for c in cities]
        return [f.result() for f in as_completed(futures)]
