"""The executor is shut down when all went well. After a mistake its threads go on.

The check says: of its threads had not ended
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    readings: dict[str, float] = {}
    errors: dict[str, OSError] = {}
    executor = ThreadPoolExecutor(max_workers=workers)
    futures = {station: executor.submit(ask, station) for station in stations}
    for station, future in futures.items():
        try:
            readings[station] = future.result()
        except OSError as error:
            errors[station] = error
    executor.shutdown()
    return readings, errors
