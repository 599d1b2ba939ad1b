"""Each worker is told the unit before its first city: by an initializer, which sets the global."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city: str) -> str:
    """A line such as "Rome: 68 °F, by SpawnProcess", in the unit of the global."""
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition: str) -> None:
    """Set the unit of this worker."""
    global unit
    unit = edition


def forecasts(cities: Sequence[str], edition: str, method: str) -> list[str]:
    """The line of each city, made by two workers."""
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=(edition,)) as executor:
        return list(executor.map(forecast, cities))


if __name__ == "__main__":
    for line in forecasts(["Oslo", "Rome"], "F", "spawn"):
        print(line)
