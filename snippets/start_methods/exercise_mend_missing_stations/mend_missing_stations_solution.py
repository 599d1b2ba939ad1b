"""Each call is sent the temperatures of its country."""

from collections.abc import Sequence
from concurrent.futures import Executor


def coldest(temperatures: list[int]) -> int:
    """The lowest temperature of a country."""
    return min(temperatures)


def coldest_of(executor: Executor, countries: Sequence[str], stations: dict[str, list[int]]) -> list[int]:
    """The lowest temperature of each country."""
    return list(executor.map(coldest, [stations[country] for country in countries]))
