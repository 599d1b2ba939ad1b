"""Repair a program that waits for itself: the mean temperature of each region, asked in `workers` threads.

`means(regions, ask, workers)` gets a dictionary with the stations of each region, and calls `ask(station)` once for
each station: as many calls at the same time as `workers` says, of one region or of several, and never more. Whoever has
an answer asks the next station at once. It returns a dictionary with the mean of each region, in the order of
`regions`. A region has at least one station, and not all have the same number. If `ask` raises an exception, `means`
raises this very exception, too. When it returns or raises, its threads have ended, and `regions` is as it was; when it
returns, none of them has died of an exception.

It works with any number of workers, even with one.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    with ThreadPoolExecutor(max_workers=workers) as executor:

        def mean(region: str) -> float:
            # TODO: this call waits in a worker for calls that need a worker.
            futures = [executor.submit(ask, station) for station in regions[region]]
            return sum(future.result() for future in futures) / len(futures)

        return dict(zip(regions, executor.map(mean, regions), strict=True))
