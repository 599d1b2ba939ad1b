"""Mend readings that are mixed up.

`readings(executor, stations, ask)` hands in `ask(station)` for each station, before it waits for any of these calls. It
returns a dictionary that has the reading of each station. But a station may get the reading of another one. `executor`
is its caller's, and goes on.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, as_completed


def readings(executor: Executor, stations: Sequence[str], ask: Callable[[str], float]) -> dict[str, float]:
    """The reading of each station."""
    futures = [executor.submit(ask, station) for station in stations]
    # TODO: whose reading is the first of these?
    answers = [future.result() for future in as_completed(futures)]
    return dict(zip(stations, answers, strict=True))
