"""The days are sorted first, and so is the rain that is returned.

The check says: simulate([5], 1, 1) gives day 5
"""

import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor


def rain(dice: random.Random) -> list[int]:
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day: int, seed: int) -> list[int]:
    dice = random.Random(seed)
    for _ in range(day):
        rain(dice)
    return rain(dice)


def simulate(days: Sequence[int], seed: int, workers: int) -> list[list[int]]:
    days = sorted(days)
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(rain_of, days, [seed] * len(days)))
