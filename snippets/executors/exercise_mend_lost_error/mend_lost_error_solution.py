"""Each future is asked, although no call has a result: so its exception is raised again."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor


def store_all(executor: Executor, stations: Sequence[str], store: Callable[[str], None]) -> None:
    """Store the reading of each station."""
    futures = [executor.submit(store, station) for station in stations]
    for future in futures:
        future.result()
