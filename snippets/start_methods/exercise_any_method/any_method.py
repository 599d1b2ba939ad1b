"""Make a forecast that works under every start method.

`forecasts(cities, edition, method)` returns a list, the line of `forecast` for each city, in the order of the cities,
with the degrees in the unit `edition`, "C" or "F". The lines are made by two workers at once, which are started by
`method`, "fork", "spawn" or "forkserver", and which have ended when it returns. With "fork" it works, with the other
two the unit is wrong. Repair it. It will be called again in one program, with another unit, and with another method.
Leave `forecast` as it is: it takes a city and nothing else, and it tells what kind of process it ran in.
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
    """The line of each city, made by two workers."""
    # TODO: tell the workers.
    global unit
    unit = edition
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        return list(executor.map(forecast, cities))


if __name__ == "__main__":
    for line in forecasts(["Oslo", "Rome"], "F", "spawn"):
        print(line)
