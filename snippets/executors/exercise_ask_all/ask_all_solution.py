"""A future for each call, asked in the order of the stations, and a `try` around `result()` alone."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    readings: dict[str, float] = {}
    errors: dict[str, OSError] = {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {station: executor.submit(ask, station) for station in stations}
        for station, future in futures.items():
            try:
                readings[station] = future.result()
            except OSError as error:
                errors[station] = error
    return readings, errors
