"""Mend an error that nobody hears of.

`store_all(executor, stations, store)` hands in `store(station)` for each station, before it waits for any of these
calls, and returns when all of them are done. If one of them raises an exception, `store_all` has to raise it, too.
`executor` is its caller's, and goes on.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor


def store_all(executor: Executor, stations: Sequence[str], store: Callable[[str], None]) -> None:
    """Store the reading of each station."""
    for station in stations:
        executor.submit(store, station)  # TODO: who asks what became of it?
