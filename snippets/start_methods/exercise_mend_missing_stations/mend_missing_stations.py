"""Mend workers that miss what they need.

`coldest_of(executor, countries, stations)` returns the lowest temperature of each country, in the order of `countries`;
`stations` has a list of temperatures for each country. The comparing is left to the workers of `executor`, which were
started by `spawn` before, and which others go on to use. But they do not know the name `known`. Send them what they
need for each country, and no more than that.
"""

from collections.abc import Sequence
from concurrent.futures import Executor

known: dict[str, list[int]]


def coldest(country: str) -> int:
    """The lowest temperature of a country."""
    return min(known[country])


def coldest_of(executor: Executor, countries: Sequence[str], stations: dict[str, list[int]]) -> list[int]:
    """The lowest temperature of each country."""
    global known
    known = stations  # TODO: in which process is this?
    return list(executor.map(coldest, countries))
