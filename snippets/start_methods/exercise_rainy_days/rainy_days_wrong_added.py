"""Seed and day are added, and so day 1 of seed 2 is day 2 of seed 1.

The check says: gives day 1 of seed 1 and day 0 of seed 2 the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day, seed):
    return rain(random.Random(seed + day))


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days, repeat(seed)))
