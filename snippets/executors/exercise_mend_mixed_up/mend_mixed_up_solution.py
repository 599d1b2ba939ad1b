"""Each station keeps its future, so it does not matter who answers first."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor


def readings(executor: Executor, stations: Sequence[str], ask: Callable[[str], float]) -> dict[str, float]:
    """The reading of each station."""
    futures = {station: executor.submit(ask, station) for station in stations}
    return {station: future.result() for station, future in futures.items()}
