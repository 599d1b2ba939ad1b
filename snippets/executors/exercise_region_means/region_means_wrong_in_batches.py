"""As many stations as there are workers are asked, and the next ones when all of these have answered.

The check says: some had nothing to do
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    stations = [station for those in regions.values() for station in those]
    told: dict[str, float] = {}
    for first in range(0, len(stations), workers):
        batch = stations[first : first + workers]
        with ThreadPoolExecutor(max_workers=workers) as executor:
            told.update(zip(batch, executor.map(ask, batch), strict=True))
    return {region: sum(told[station] for station in those) / len(those) for region, those in regions.items()}
