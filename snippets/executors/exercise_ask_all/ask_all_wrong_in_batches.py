"""As many as there are workers are asked, and the next ones when all of these have answered.

The check says: some had nothing to do
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    readings: dict[str, float] = {}
    errors: dict[str, OSError] = {}
    for first in range(0, len(stations), workers):
        with ThreadPoolExecutor(max_workers=workers) as executor:
            futures = {station: executor.submit(ask, station) for station in stations[first : first + workers]}
        for station, future in futures.items():
            try:
                readings[station] = future.result()
            except OSError as error:
                errors[station] = error
    return readings, errors
