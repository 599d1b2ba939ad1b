"""Seed and day are written one behind the other, and nothing keeps them apart.

The check says: simulate() gives day 23 of seed 1 and day 3 of seed 12 the same rain
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def rain(dice):
    return [dice.randrange(1000) for _ in range(6)]


def rain_of(day, seed):
    return rain(random.Random(f"{seed}{day}"))


def simulate(days, seed, workers):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        return list(executor.map(rain_of, days, repeat(seed)))
