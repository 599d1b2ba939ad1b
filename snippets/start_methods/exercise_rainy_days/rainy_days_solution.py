"""Each day has a generator of its own, seeded by a text in which seed and day are kept apart."""

import multiprocessing
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def rain(dice: random.Random) -> list[int]:
    """The millimetres of a day at six stations."""
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day: int, seed: int) -> list[int]:
    """The rain of a day."""
    return rain(random.Random(f"seed {seed}, day {day}"))


def simulate(days: Sequence[int], seed: int, workers: int) -> list[list[int]]:
    """The rain of each day."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days, repeat(seed)))


if __name__ == "__main__":
    for day, millimetres in enumerate(simulate(range(3), 2026, 2)):
        print(f"day {day}: {millimetres}")
