"""The workers' lines are made again in the main process, in the right unit.

The check says: 'fork') returned 'Oslo: 23 °F', which is not what a worker got from forecast(), but made elsewhere
"""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}


unit = "C"


def forecast(city: str) -> str:
    """A line such as "Rome: 68 °F, by SpawnProcess", in the unit of the global."""
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def forecasts(cities: Sequence[str], edition: str, method: str) -> list[str]:
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        lines = list(executor.map(forecast, cities))
    if edition == "F":
        lines = [
            f"{c}: {CELSIUS[c] * 9 // 5 + 32} °F,{line.split(',')[1]}" for c, line in zip(cities, lines, strict=True)
        ]
    return lines
