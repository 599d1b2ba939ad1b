"""First hand in the calls for all stations; only the main thread waits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {
            region: [executor.submit(ask, station) for station in stations] for region, stations in regions.items()
        }
        return {region: sum(one.result() for one in asked) / len(asked) for region, asked in futures.items()}
