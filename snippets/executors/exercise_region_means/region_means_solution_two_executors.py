"""One executor for the regions, whose calls wait, and another for the stations, whose calls wait for no other call."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    with ThreadPoolExecutor(max_workers=workers) as of_stations, ThreadPoolExecutor(len(regions) or 1) as of_regions:

        def mean(region: str) -> float:
            temperatures = list(of_stations.map(ask, regions[region]))
            return sum(temperatures) / len(temperatures)

        return dict(zip(regions, of_regions.map(mean, regions), strict=True))
