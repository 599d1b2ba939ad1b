"""The executor is shut down when all went well. After an exception its threads go on.

The check says: of its threads had not ended
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    executor = ThreadPoolExecutor(max_workers=workers)
    futures = {region: [executor.submit(ask, station) for station in those] for region, those in regions.items()}
    result = {region: sum(future.result() for future in asked) / len(asked) for region, asked in futures.items()}
    executor.shutdown()
    return result
