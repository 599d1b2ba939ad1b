"""A day is taken for its place among those that are asked for.

The check says: gives day 5
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(place, seed):
    return rain(random.Random(f"seed {seed}, day {place}"))


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, range(len(days)), repeat(seed)))
