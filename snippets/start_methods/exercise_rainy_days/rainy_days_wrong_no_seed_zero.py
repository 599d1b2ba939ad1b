"""A seed of 0 is taken for none.

The check says: simulate([0, 1, 2], 0, 1) gives day 0
"""

import os
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor


def rain(dice: random.Random) -> list[int]:
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day: int, seed: int) -> list[int]:
    return rain(random.Random(f"{seed or os.getpid()} {day}"))


def simulate(days: Sequence[int], seed: int, workers: int) -> list[list[int]]:
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(rain_of, days, [seed] * len(days)))
