"""Each future is asked for its exception, when the executor has ended."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    readings: dict[str, float] = {}
    errors: dict[str, OSError] = {}
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(ask, station) for station in stations]
    for station, future in zip(stations, futures, strict=True):
        match future.exception():
            case None:
                readings[station] = future.result()
            case OSError() as error:
                errors[station] = error
            case BaseException() as mistake:
                raise mistake
    return readings, errors
