"""Ask all stations, several at a time, and lose neither a reading nor an error.

`ask_all(stations, ask, workers)` calls `ask(station)` once for each station, in threads: as many calls at the same time
as `workers` says, and never more. It returns two dictionaries. The first has the readings, the second the errors of the
stations for which `ask` raised an OSError: the very exceptions. Both are in the order of `stations`, no matter who
answered first. Whoever has an answer asks the next station at once, while others wait. A reading may be 0, and
`stations` is left as it is.

Any other `Exception` means that the program has a mistake. `ask_all` does not hide it, but raises it, too. When it
returns or raises, its threads have ended; when it returns, none of them has died of an exception.
"""

from collections.abc import Callable


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    # TODO: ask with `workers` threads, and keep the errors.
    readings = {}
    for station in stations[:workers]:
        readings[station] = ask(station)
    return readings, {}
